import type { DepartmentFinding } from '../../domain/reminder/round-record.ts';
import type { WorkContext } from '../context.ts';
import type { Reminder } from './plan-reminder.ts';

/** How each department stands with a week, and by what: the reason for which a round names it or not. */
export async function findAnswers(
  ctx: WorkContext,
  { duty, missing }: Reminder,
): Promise<readonly DepartmentFinding[]> {
  const { items, nils, jointItems } = ctx.repos;
  const groupId = ctx.group.id;
  const sent = (await items.answersOfWeeks(groupId, [duty.week])).filter(
    ({ state }) => state !== 'withdrawn' && state !== 'merged',
  );
  const shared = await jointItems.ofWeeks(groupId, [duty.week]);
  const notes = await nils.ofWeeks(groupId, [duty.week]);
  const voluntary = duty.voluntary.map((entry) => ({ ...entry, answer: 'voluntary' as const }));
  return [...duty.answers, ...voluntary].map(({ department: { id }, answer }) => {
    const own = sent.find(
      (item) =>
        item.departmentId === id ||
        shared.some((owner) => owner.itemId === item.id && owner.departmentId === id),
    );
    const gone = missing
      .filter((entry) => entry.departmentId === id)
      .flatMap(({ people }) => people.filter(({ isHere }) => !isHere).map(({ name }) => name));
    const nil = notes.find(({ departmentId }) => departmentId === id);
    const by = own === undefined ? nil && { at: nil.at } : { serial: own.serial, at: own.submittedAt };
    return { departmentId: id, answer, ...by, ...(gone.length > 0 ? { gone } : {}) };
  });
}

import type { DepartmentFinding } from '../../domain/reminder/round-record.ts';
import type { Reminder } from './plan-reminder.ts';

/** How each department stands with a week, and by what: the reason for which a round names it or not. */
export function findAnswers({ duty, missing }: Reminder): readonly DepartmentFinding[] {
  const sent = duty.records.items.filter(({ state }) => state !== 'withdrawn' && state !== 'merged');
  const voluntary = duty.voluntary.map((entry) => ({ ...entry, answer: 'voluntary' as const }));
  return [...duty.answers, ...voluntary].map(({ department: { id }, answer }) => {
    const own = sent.find(({ departmentIds }) => departmentIds.includes(id));
    const gone = missing
      .filter((entry) => entry.departmentId === id)
      .flatMap(({ people }) => people.filter(({ isHere }) => !isHere).map(({ name }) => name));
    const nil = duty.records.nils.find(({ departmentId }) => departmentId === id);
    const by = own === undefined ? nil && { at: nil.at } : whichItem(own);
    return { departmentId: id, answer, ...by, ...(gone.length > 0 ? { gone } : {}) };
  });
}

function whichItem({ serial, submittedAt }: { serial?: number; submittedAt?: string }) {
  return {
    ...(serial === undefined ? {} : { serial }),
    ...(submittedAt === undefined ? {} : { at: submittedAt }),
  };
}

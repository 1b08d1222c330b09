import type { WeekSheet } from '../../domain/table/week-table.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { WorkContext } from '../context.ts';
import { readWeekDuty } from '../duty/read-duty.ts';

/** How every department answered a week, with what it sent. `internal`: titles of what is held back stand in it. */
export async function gatherWeek(
  ctx: WorkContext,
  week: string,
  { internal }: { readonly internal: boolean },
): Promise<WeekSheet> {
  const { answers, voluntary, dutyDay, records } = await readWeekDuty(ctx, week);
  const items = new Map(
    (await ctx.repos.items.ofWeeks(ctx.group.id, [week])).map((item) => [item.serial, item]),
  );
  const itemsOf = (serials: readonly number[]) => serials.flatMap((serial) => items.get(serial) ?? []);
  const reasonOf = (notes: readonly { departmentId: string; reason: string }[], id: string) =>
    notes.find(({ departmentId }) => departmentId === id)?.reason ?? '';
  const excuses = await ctx.repos.excuses.ofWeeks(ctx.group.id, [week]);
  const owed = answers.map(({ department, name, answer, quota, sent, serials }) => ({
    department: name,
    answer,
    quota,
    sent,
    items: itemsOf(serials),
    reason:
      answer === 'nil'
        ? reasonOf(records.nils, department.id)
        : answer === 'excused'
          ? reasonOf(excuses, department.id)
          : '',
  }));
  const free = voluntary.map(({ name, sent, serials }) => ({
    department: name,
    answer: undefined,
    quota: 0,
    sent,
    items: itemsOf(serials),
    reason: '',
  }));
  return { week, dutyDay, internal, rows: [...owed, ...free], cutOff: toStamp(ctx.now) };
}

import type { Commission } from '../../domain/commission/commission.ts';
import { type Department, departmentName } from '../../domain/department/department.ts';
import type { CommandContext, WorkContext } from '../context.ts';
import { type PresentReporter, readReporters, reporterRow } from '../read-reporters.ts';
import { sendPrivately } from '../send-privately.ts';
import { commissionCard } from './commission-card.ts';

/** Plans the commission's card: in the group, mentioning who reports for the departments, or to them in private. */
export async function askDepartments(
  ctx: CommandContext,
  commission: Commission,
  { departments, privately }: { readonly departments: readonly Department[]; readonly privately: boolean },
): Promise<void> {
  const reporters = await readReporters(ctx, departments);
  const rows = departments.map((department) => {
    const people = reporters.get(department.id) ?? [];
    return reporterRow(ctx, { label: departmentName(department, ctx.today), people }, privately);
  });
  const card = commissionCard(ctx, commission, rows);
  const key = `commission:${commission.id}`;
  if (privately) return sendPrivately(ctx, peopleHere(reporters), { key, message: { kind: 'card', card } });
  await ctx.send({
    key,
    target: { kind: 'chat', chatId: ctx.group.id },
    message: { kind: 'card', card },
  });
}

/** Plans a private line for everybody who reports for one of the departments, deputies too. */
export async function tellDepartments(
  ctx: WorkContext,
  departments: readonly Department[],
  { key, text }: { readonly key: string; readonly text: string },
): Promise<void> {
  const reporters = await readReporters(ctx, departments);
  await sendPrivately(ctx, peopleHere(reporters), { key, message: { kind: 'notice', text } });
}

function peopleHere(reporters: ReadonlyMap<string, readonly PresentReporter[]>): readonly string[] {
  const here = [...reporters.values()].flat().filter(({ isHere }) => isHere);
  return [...new Set(here.map(({ id }) => id))];
}

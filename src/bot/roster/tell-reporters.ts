import { type Department, departmentName, reportersOn } from '../../domain/department/department.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

/**
 * One private notice for each person who reports for any of the departments and is in the group; none for who gave the
 * command. `text` is given the names of the person's own departments.
 */
export async function tellReporters(
  ctx: CommandContext,
  departments: readonly Department[],
  notice: { readonly key: string; readonly text: (own: string) => string },
): Promise<void> {
  const here = await ctx.repos.people.members(ctx.group.id);
  const names = new Map<string, string[]>();
  for (const department of departments) {
    for (const { personId } of reportersOn(department, ctx.today.toString())) {
      names.set(personId, [...(names.get(personId) ?? []), departmentName(department, ctx.today)]);
    }
  }
  for (const [personId, own] of names) {
    if (personId === ctx.actor.id || !here.has(personId)) continue;
    await ctx.send({
      key: `${notice.key}:${personId}`,
      target: { kind: 'person', personId },
      message: { kind: 'notice', text: notice.text(texts(ctx.locale).list(own)) },
    });
  }
}

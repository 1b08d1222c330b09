import { departmentName } from '../../domain/department/department.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

/**
 * Two departments may have sent in one thing they did together: the lead is asked, in private, whether it is a joint
 * item. Within one department a likeness is only told on the receipt.
 */
export async function askToMerge(
  ctx: CommandContext,
  item: ItemRecord,
  alike: readonly ItemRecord[],
): Promise<void> {
  const other = alike.find(({ departmentId }) => departmentId !== item.departmentId);
  if (other === undefined) return;
  const { merge } = texts(ctx.locale);
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const line = (entry: ItemRecord) => {
    const department = departments.find(({ id }) => id === entry.departmentId);
    const name = department === undefined ? '' : departmentName(department, ctx.today);
    return `#${entry.serial} ${name}《${entry.title}》`;
  };
  const data = { group: ctx.group.id, item: item.number, into: other.number };
  for (const personId of await ctx.repos.people.leads(ctx.group.id)) {
    await ctx.send({
      key: `alike:${item.id}:${other.id}:${personId}`,
      target: { kind: 'person', personId },
      message: {
        kind: 'card',
        card: {
          tone: 'info',
          title: merge.askTitle,
          blocks: [
            { kind: 'list', items: [line(other), line(item)] },
            { kind: 'text', text: merge.ask },
            {
              kind: 'buttons',
              buttons: [
                { label: merge.join, style: 'primary', action: 'merge.join', data },
                { label: merge.keep, action: 'merge.keep', data },
              ],
            },
          ],
        },
      },
    });
  }
}

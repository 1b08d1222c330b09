import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { itemFields } from './item-card.ts';

/** An item with the buttons of its reviewer. The revision goes along: a later click shows how the item stands then. */
export async function reviewCard(ctx: CommandContext, item: ItemRecord): Promise<Card> {
  const { review } = texts(ctx.locale);
  const data = { group: ctx.group.id, item: item.number, revision: String(item.revision) };
  return {
    tone: 'info',
    title: review.askTitle(item.serial),
    summary: `${review.askTitle(item.serial)} ${item.title}`,
    blocks: [
      { kind: 'fields', fields: await itemFields(ctx, item) },
      { kind: 'text', text: item.body },
      {
        kind: 'buttons',
        buttons: [
          { label: review.approve, style: 'primary', action: 'approve.press', data },
          { label: review.amend, action: 'approve.amend', data },
        ],
      },
      {
        kind: 'form',
        fields: [{ kind: 'paragraph', name: 'reason', label: review.reason, required: true }],
        submit: { label: review.return, style: 'danger', action: 'return.press', data },
      },
    ],
  };
}

import type { ItemRecord } from '../../domain/item/item-record.ts';
import { type Card, type CardBlock, type CardButton, LONGEST_INPUT } from '../../domain/message/card.ts';
import type { DeskOrder } from '../../domain/report/desk-order.ts';
import type { CommandContext } from '../context.ts';
import { DESK_WORDS } from './desk-words.ts';
import type { OnDesk } from './open-desk.ts';

/** So much of an item's own text reminds of it; `/show` has it whole. */
const SHOWN_SIGNS = 200;

/** An item as the report would print it, to be worded anew, moved to another section or merged. */
export function itemForm(ctx: CommandContext, on: OnDesk): Card {
  const words = DESK_WORDS[ctx.locale];
  const { item, entry, month, group } = on;
  const data = { group: ctx.group.id, month, item: `#${item.serial}` };
  const fits = (text: string) => text.length <= LONGEST_INPUT;
  const isOther = item.wording !== undefined;
  const buttons: CardButton[] = [
    ...(item.leftOut
      ? [{ label: words.restore, action: 'desk.restore', data }]
      : [
          { label: words.top, action: 'desk.move', data: { ...data, to: 'top' } },
          { label: words.omit, action: 'desk.omit', data },
        ]),
    ...(isOther ? [{ label: words.original, action: 'desk.original', data }] : []),
    { label: words.back, action: 'desk.open', data: { ...data, block: group.name } },
  ];
  return {
    tone: 'info',
    title: words.itemTitle(item.serial),
    blocks: [
      ...(isOther || !fits(entry.body) ? ownText(ctx, item) : []),
      ...(entry.staleWording ? ([{ kind: 'note', text: words.stale }] as const) : []),
      {
        kind: 'form',
        fields: [
          {
            kind: 'choice',
            name: 'section',
            label: words.section,
            options: ctx.group.settings.sections.map(({ name }) => name),
            value: item.section,
          },
          {
            kind: 'line',
            name: 'title',
            label: words.reportTitle,
            ...(fits(entry.title) && { value: entry.title }),
          },
          {
            kind: 'paragraph',
            name: 'body',
            label: words.reportBody,
            ...(fits(entry.body) ? { value: entry.body } : { placeholder: words.tooLong }),
          },
          { kind: 'line', name: 'into', label: words.into, placeholder: words.intoHint },
        ],
        submit: {
          label: words.save,
          style: 'primary',
          action: 'desk.save',
          data: { ...data, revision: String(item.revision) },
        },
      },
      { kind: 'buttons', buttons },
    ],
  };
}

function ownText(ctx: CommandContext, { serial, title, body }: ItemRecord): CardBlock[] {
  const words = DESK_WORDS[ctx.locale];
  const signs = [...body];
  const isCut = signs.length > SHOWN_SIGNS;
  const shown = isCut ? `${signs.slice(0, SHOWN_SIGNS).join('')}…` : body;
  return [
    { kind: 'text', text: `${words.ownText}：《${title}》\n${shown}` },
    ...(isCut ? ([{ kind: 'note', text: words.wholeText(`#${serial}`) }] as const) : []),
  ];
}

/**
 * What the form asks for. An empty field stays as it is. A number to merge into stands alone: what is merged needs no
 * other words.
 */
export function readItemForm(form: Readonly<Record<string, string>>, { item, entry }: OnDesk): DeskOrder[] {
  const [section = '', title = '', body = '', into = ''] = [
    form.section,
    form.title,
    form.body,
    form.into,
  ].map((field) => field?.trim());
  if (into !== '') return [{ kind: 'merge', into }];
  const isWorded = (title !== '' && title !== entry.title) || (body !== '' && body !== entry.body);
  return [
    ...(section !== '' && section !== item.section ? [{ kind: 'section', name: section } as const] : []),
    ...(isWorded
      ? [{ kind: 'shorten', title: title || entry.title, body: body || entry.body } as const]
      : []),
  ];
}

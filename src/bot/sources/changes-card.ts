import type { ItemRecord } from '../../domain/item/item-record.ts';
import { narrowChange } from '../../domain/item/narrow-change.ts';
import type { OfferedChange, SourceChange } from '../../domain/item/source-change.ts';
import type { Card, CardBlock, CardButton } from '../../domain/message/card.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { previewEdit } from '../items/edit-item.ts';
import { CHANGE_WORDS } from './change-words.ts';

/** As many as a person decides on without scrolling far. */
const SHOWN = 6;

/** The open changes of a month's messages, each with its yes and no; above them what came of the last click. */
export async function changesCard(
  ctx: CommandContext,
  open: readonly OfferedChange[],
  { month, notice }: { readonly month: string; readonly notice?: string },
): Promise<Card> {
  const words = CHANGE_WORDS[ctx.locale];
  const shown: CardBlock[] = [];
  for (const offered of open.slice(0, SHOWN)) shown.push(...(await changeBlocks(ctx, offered, month)));
  const more = open.length - SHOWN;
  return {
    tone: open.length > 0 ? 'warning' : 'success',
    title: open.length > 0 ? words.title(open.length) : words.done,
    blocks: [
      ...(notice === undefined ? [] : ([{ kind: 'text', text: notice }] as const)),
      ...shown,
      ...(more > 0 ? ([{ kind: 'text', text: words.more(more) }] as const) : []),
      { kind: 'note', text: words.how },
    ],
  };
}

async function changeBlocks(
  ctx: CommandContext,
  { itemId, hash, change }: OfferedChange,
  month: string,
): Promise<readonly CardBlock[]> {
  const item = await ctx.repos.items.byId(itemId);
  if (item === undefined) return [];
  const data = { group: ctx.group.id, item: item.number, revision: String(item.revision), hash, month };
  return [
    { kind: 'divider' },
    {
      kind: 'list',
      title: `#${item.serial} ${item.number}《${item.title}》`,
      items: describe(ctx, item, change),
    },
    { kind: 'buttons', buttons: buttonsFor(ctx, change, data) },
  ];
}

function describe(ctx: CommandContext, item: ItemRecord, change: SourceChange): readonly string[] {
  const words = CHANGE_WORDS[ctx.locale];
  if (change.kind !== 'edited') return [words[change.kind]];
  const { edit } = texts(ctx.locale);
  try {
    return previewEdit(ctx, item, change.edit).map(({ field, ...texts }) => {
      const { from, to } = narrowChange(texts);
      return edit.change(edit.fields[field], from, to);
    });
  } catch (error) {
    // The section it names may have been taken out of the settings since.
    if (error instanceof UserError) return [words.regrouped];
    throw error;
  }
}

function buttonsFor(
  ctx: CommandContext,
  { kind }: SourceChange,
  data: NonNullable<CardButton['data']>,
): readonly CardButton[] {
  const words = CHANGE_WORDS[ctx.locale];
  if (kind === 'regrouped') return [{ label: words.seen, action: 'compile.keep', data }];
  const yes: Pick<CardButton, 'label' | 'style'> =
    kind === 'gone' ? { label: words.withdraw, style: 'danger' } : { label: words.adopt, style: 'primary' };
  return [
    { ...yes, action: 'compile.adopt', data },
    { label: words.keep, action: 'compile.keep', data },
  ];
}

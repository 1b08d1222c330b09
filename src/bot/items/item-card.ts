import { departmentName } from '../../domain/department/department.ts';
import { type ItemRecord, UNJUDGED } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { dateOf, fromStamp } from '../../kernel/clock.ts';
import { texts } from '../../kernel/text/texts.ts';
import { describeAdoption } from '../adoption/adoption-words.ts';
import type { CommandContext } from '../context.ts';
import { originLine } from '../hand-up/origin-line.ts';
import { fileLine } from './file-line.ts';

/** An item as it stands, with what its reader may do with it. */
export async function itemCard(ctx: CommandContext, item: ItemRecord, notice?: string): Promise<Card> {
  return {
    tone: item.state === 'returned' ? 'warning' : item.state === 'approved' ? 'success' : 'info',
    title: texts(ctx.locale).itemCard.title(item.serial),
    summary: `${item.number} ${item.title}`,
    blocks: [
      ...(notice === undefined ? [] : ([{ kind: 'note', text: notice }] as const)),
      { kind: 'fields', fields: await itemFields(ctx, item) },
      { kind: 'text', text: item.body },
      ...(item.wording === undefined
        ? []
        : ([
            { kind: 'text', text: texts(ctx.locale).itemCard.wording(item.wording.title, item.wording.body) },
          ] as const)),
    ],
  };
}

/** The short facts of an item, the long text left out. */
export async function itemFields(ctx: CommandContext, item: ItemRecord) {
  const { receipt, states, itemCard: words, secrecy } = texts(ctx.locale);
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const department = departments.find(({ id }) => id === item.departmentId);
  const author = await ctx.repos.people.name(item.authorId);
  const sentOn = dateOf(fromStamp(item.submittedAt));
  return [
    { label: receipt.number, value: `${item.number}（#${item.serial}）` },
    { label: receipt.department, value: department ? departmentName(department, sentOn) : '' },
    { label: words.author, value: author ?? '' },
    { label: words.origin, value: await originLine(ctx, item) },
    { label: receipt.itemTitle, value: item.title },
    { label: receipt.section, value: item.section },
    { label: receipt.eventDate, value: item.eventDate ?? '' },
    { label: words.state, value: states[item.state] },
    { label: words.report, value: item.leftOut ? words.leftOut : '' },
    ...(await fileFields(ctx, item)),
    ...(await outletFields(ctx, item)),
    ...(item.secrecy === UNJUDGED ? [] : [{ label: words.secrecy, value: secrecy[item.secrecy] }]),
  ].filter(({ value }) => value !== '');
}

/** Where it was pitched, with what came of it, and who printed it. */
async function outletFields(ctx: CommandContext, item: ItemRecord) {
  const { itemCard: words } = texts(ctx.locale);
  const pitches = await ctx.repos.pitches.ofItem(item.id);
  const adoptions = await ctx.repos.adoptions.ofItem(item.id);
  const printed = new Set(adoptions.map(({ outlet }) => outlet));
  return [
    {
      label: words.pitched,
      value: pitches.map(({ outlet }) => words.pitchedTo(outlet, printed.has(outlet))).join('\n'),
    },
    { label: words.adopted, value: adoptions.map((one) => describeAdoption(ctx.locale, one)).join('\n') },
  ];
}

async function fileFields(ctx: CommandContext, item: ItemRecord) {
  const { attachments } = texts(ctx.locale);
  const files = await ctx.repos.attachments.ofItem(item.id);
  return [{ label: attachments.label, value: files.map((file) => fileLine(file, ctx.locale)).join('\n') }];
}

import type { ItemWarning } from '../../domain/item/check-item.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card, CardBlock, CardButton } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { describeDay, describeWeek, monthOfWeek } from '../../domain/period/week.ts';
import { parseDay } from '../../kernel/clock.ts';
import { type Texts, texts } from '../../kernel/text/texts.ts';
import { commissionLabel, commissionLine } from '../commission/commission-card.ts';
import type { CommandContext } from '../context.ts';
import type { SubmittedItem } from './submit-item.ts';

/** How much of a text the receipt repeats. In a group the text itself stands right above. The item is always kept whole. */
const SHOWN_CHARACTERS = { group: 60, private: 200 } as const;

/** What was stored, for which week and month it counts, and what happens next. */
export function receiptCard(ctx: CommandContext, submitted: SubmittedItem): Card {
  const { item, department } = submitted;
  const words = texts(ctx.locale);
  const receipt = words.receipt;
  const warnings = warningLines(ctx, submitted);
  const next = item.state === 'approved' ? reportLine(submitted, receipt) : reviewLine(ctx, [submitted]);
  return {
    tone: warnings.length > 0 ? 'warning' : 'success',
    title: item.late ? receipt.titleLate(item.serial) : receipt.title(item.serial),
    summary: `${item.number} ${item.title}`,
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: receipt.number, value: `${item.number}（#${item.serial}）` },
          { label: receipt.department, value: department },
          { label: receipt.itemTitle, value: item.title },
          {
            label: receipt.body,
            value: shorten(
              item.body,
              ctx.source.private ? SHOWN_CHARACTERS.private : SHOWN_CHARACTERS.group,
              receipt.length,
            ),
          },
          { label: receipt.section, value: sectionLine(submitted, words) },
          ...(item.eventDate === undefined
            ? []
            : [{ label: receipt.eventDate, value: describeDay(parseDay(item.eventDate)) }]),
          ...commissionFields(ctx, submitted),
          ...fileFields(ctx, submitted),
          { label: receipt.counts, value: countsLine(ctx, submitted) },
        ],
      },
      ...warningBlocks(warnings, receipt.warnings),
      { kind: 'buttons', buttons: receiptButtons(ctx, submitted) },
      { kind: 'note', text: next },
    ],
  };
}

function commissionFields(ctx: CommandContext, { commission }: SubmittedItem) {
  if (commission?.kind !== 'answered') return [];
  return [{ label: commissionLabel(ctx.locale), value: commissionLine(ctx.locale, commission.commission) }];
}

function fileFields(ctx: CommandContext, { files }: SubmittedItem) {
  const { attachments } = texts(ctx.locale);
  if (files.added + files.left === 0) return [];
  return [{ label: attachments.label, value: attachments.count(files.added, files.left) }];
}

/** Who reviews what now waits for it, or that nobody can. */
export function reviewLine(ctx: CommandContext, waiting: readonly SubmittedItem[]): string {
  const { receipt, list } = texts(ctx.locale);
  if (waiting.some(({ reviewers }) => reviewers.length === 0)) return receipt.nextReviewNobody;
  return receipt.nextReview(list([...new Set(waiting.flatMap(({ reviewers }) => reviewers))]));
}

function reportLine({ item, compiled }: SubmittedItem, receipt: Texts['receipt']): string {
  const month = describeMonth(item.month);
  if (compiled === undefined) return receipt.nextReport(month);
  const { version, carriedTo } = compiled;
  return carriedTo === undefined
    ? receipt.nextCompile(month, version)
    : receipt.nextCarried(month, describeMonth(carriedTo));
}

/** What the sender may want next. Likely sections are offered where the bot had to guess between two. */
function receiptButtons(ctx: CommandContext, { item, section }: SubmittedItem): CardButton[] {
  const { receipt } = texts(ctx.locale);
  const data = { group: ctx.group.id, item: item.number, revision: String(item.revision) };
  const offered = section.how === 'named' ? [] : section.likely.filter((name) => name !== item.section);
  return [
    ...offered.map((name) => ({
      label: receipt.moveTo(name),
      action: 'edit.section',
      data: { ...data, section: name },
    })),
    { label: receipt.edit, action: 'edit.open', data },
    {
      label: receipt.withdraw,
      action: 'withdraw.confirm',
      data,
      confirm: { title: receipt.withdraw, text: receipt.withdrawAsk(item.number) },
    },
  ];
}

function warningBlocks(warnings: readonly string[], title: string): CardBlock[] {
  return warnings.length > 0 ? [{ kind: 'list', title, items: warnings }] : [];
}

/** `第47周（11月16日—11月22日）；报告计入2026年11月`: duty and item may belong to different months. */
function countsLine(ctx: CommandContext, { item }: SubmittedItem): string {
  const { receipt } = texts(ctx.locale);
  const dutyMonth = monthOfWeek(item.week, ctx.calendar);
  return receipt.countsFor({
    week: item.week,
    days: describeWeek(item.week),
    dutyMonth: dutyMonth === undefined ? undefined : describeMonth(dutyMonth),
    month: describeMonth(item.month),
    late: item.late,
  });
}

function sectionLine({ section }: SubmittedItem, { receipt }: Texts): string {
  if (section.unknown !== undefined) return receipt.sectionUnknown(section.unknown, section.name);
  return section.how === 'named' ? section.name : receipt.sectionGuessed(section.name);
}

/** What the sender should look at again, a line each. */
export function warningLines(
  ctx: CommandContext,
  { item, warnings, duplicates, commission }: SubmittedItem,
): string[] {
  const words = texts(ctx.locale);
  const { receipt } = words;
  const lines = warnings.map((warning) => warningLine(item, warning, words));
  if (commission?.kind === 'unknown') lines.push(receipt.commissionUnknown(commission.written));
  return [...lines, ...duplicates.map((like) => receipt.duplicate(`#${like.serial}`, like.title))];
}

function warningLine(item: ItemRecord, warning: ItemWarning, { receipt, list }: Texts): string {
  switch (warning.code) {
    case 'other-month': {
      const [day, date] = [describeDay(warning.date), warning.date.toString()];
      return receipt.otherMonth({ day, date, month: describeMonth(item.month), ref: `#${item.serial}` });
    }
    case 'old-event':
      return receipt.oldEvent(warning.days);
    case 'secrecy-words':
      return receipt.secrecyWords(list(warning.words));
    case 'placeholders':
      return receipt.placeholders(list(warning.found));
    default:
      return receipt[warning.code];
  }
}

function shorten(text: string, limit: number, length: (characters: number) => string): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  return `${characters.slice(0, limit).join('')}…${length(characters.length)}`;
}

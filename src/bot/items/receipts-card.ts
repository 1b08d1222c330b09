import type { Card, CardBlock } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { receiptCard, reviewLine, warningLines } from './receipt-card.ts';
import type { SubmittedItem } from './submit-item.ts';

/** The receipt of whatever one message brought: the full card of one item, or a line for each of several. */
export function receiptFor(ctx: CommandContext, submitted: readonly SubmittedItem[]): Card {
  const [only, second] = submitted;
  if (only === undefined) throw new Error('a receipt for nothing');
  return second === undefined ? receiptCard(ctx, only) : receiptsCard(ctx, submitted);
}

function receiptsCard(ctx: CommandContext, submitted: readonly SubmittedItem[]): Card {
  const { receipts } = texts(ctx.locale);
  const serials = submitted.map(({ item }) => item.serial);
  const title = receipts.title(submitted.length, Math.min(...serials), Math.max(...serials));
  const months = [...new Set(submitted.map(({ item }) => describeMonth(item.month)))];
  const waiting = submitted.filter(({ item }) => item.state !== 'approved');
  const next = receipts.next(texts(ctx.locale).list(months));
  return {
    tone: submitted.some((one) => warningLines(ctx, one).length > 0) ? 'warning' : 'success',
    title,
    summary: `${title} ${submitted[0]?.item.title ?? ''}`,
    blocks: [
      { kind: 'list', items: submitted.map((one) => receiptLine(ctx, one)) },
      ...warningBlocks(ctx, submitted),
      { kind: 'note', text: waiting.length > 0 ? reviewLine(ctx, waiting) : next },
    ],
  };
}

function receiptLine(ctx: CommandContext, submitted: SubmittedItem): string {
  const { item } = submitted;
  return texts(ctx.locale).receipts.line({
    serial: item.serial,
    number: item.number,
    title: item.title,
    section: item.section,
    late: item.late,
    files: submitted.files.added,
    warnings: warningLines(ctx, submitted).length,
  });
}

function warningBlocks(ctx: CommandContext, submitted: readonly SubmittedItem[]): CardBlock[] {
  const { receipt, receipts } = texts(ctx.locale);
  const items = submitted.flatMap((one) => {
    const lines = warningLines(ctx, one);
    return lines.length === 0 ? [] : [receipts.warnings(one.item.serial, lines)];
  });
  return items.length === 0 ? [] : [{ kind: 'list', title: receipt.warnings, items }];
}

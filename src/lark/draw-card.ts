import type { Card, CardBlock, Tone } from '../domain/message/card.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import type { Locale } from '../kernel/text/texts.ts';
import type { CardElement, CardJson } from './card-element.ts';
import { drawBlock, type Pen, plainText, type Room } from './draw-block.ts';
import { drawForm } from './draw-form.ts';
import { type CardWords, cardWords } from './words.ts';

export interface DrawnCard {
  readonly json: CardJson;
  /** True when the card says less than it was given. */
  readonly shortened: boolean;
}

const TEMPLATES: Readonly<Record<Tone, string>> = {
  info: 'blue',
  success: 'green',
  warning: 'orange',
  danger: 'red',
  neutral: 'grey',
};

/** The documented bound is 200 elements; cards of 180 were seen to pass and cards of 200 to be refused. */
const MAX_ELEMENTS = 180;
/** 30 KB for the whole request, in which the card is text within JSON; some of it belongs to the request's own keys. */
const MAX_BYTES = 30 * 1024 - 1024;
const MAX_TABLES = 5;
const MAX_TITLE = 200;

const EVERYTHING = Number.POSITIVE_INFINITY;

/** Tried in order until the card fits: first another form, then less and less of its long parts. */
const ROOMS: readonly Omit<Room, 'tables'>[] = [
  { rows: EVERYTHING, chars: EVERYTHING, compact: false },
  { rows: EVERYTHING, chars: EVERYTHING, compact: true },
  { rows: 100, chars: 5_000, compact: true },
  { rows: 50, chars: 2_000, compact: true },
  { rows: 20, chars: 800, compact: true },
  { rows: 10, chars: 300, compact: true },
  { rows: 5, chars: 80, compact: true },
];
const SMALLEST: Omit<Room, 'tables'> = { rows: 3, chars: 40, compact: true };

/**
 * Draws a card as card JSON 2.0, within the platform's limits whatever it is given. All text is shown as it is:
 * nothing in it mentions, links or formats.
 */
export function drawCard(card: Card, locale: Locale = 'zh-CN'): DrawnCard {
  const words = cardWords(locale);
  for (const room of ROOMS) {
    const drawn = drawWithin(card, room, words);
    if (fits(drawn.json)) return drawn;
  }
  return drawFewer(card, words);
}

function drawWithin(card: Card, room: Omit<Room, 'tables'>, words: CardWords, blocksLost = 0): DrawnCard {
  const pen: Pen = { room: { ...room, tables: true }, words, lost: blocksLost > 0 };
  const blocks: readonly CardBlock[] =
    blocksLost > 0 ? [...card.blocks, { kind: 'note', text: words.more(blocksLost) }] : card.blocks;
  const elements = drawBlocks(blocks, pen);
  const line = (text: string) => plainText(cleanLine(text), pen, Math.min(MAX_TITLE, room.chars));
  const title = line(card.title);
  const summary = line(card.summary || card.title);
  return {
    json: {
      schema: '2.0',
      config: { update_multi: true, summary: { content: summary.content } },
      header: { title, template: TEMPLATES[card.tone] },
      body: { elements },
    },
    shortened: pen.lost,
  };
}

/** Tables beyond the platform's bound are drawn as lines. */
function drawBlocks(blocks: readonly CardBlock[], pen: Pen): CardElement[] {
  const plainPen: Pen = { ...pen, room: { ...pen.room, tables: false } };
  let tables = 0;
  const elements = blocks.flatMap((block) => {
    if (block.kind === 'form') return drawForm(block, pen);
    if (block.kind === 'table') tables += 1;
    return drawBlock(block, tables > MAX_TABLES ? plainPen : pen);
  });
  pen.lost ||= plainPen.lost;
  return elements;
}

/** Last resort for a card of very many blocks: those at its beginning, as many as fit. */
function drawFewer(card: Card, words: CardWords): DrawnCard {
  let low = 0;
  let high = card.blocks.length;
  const draw = (count: number) =>
    drawWithin({ ...card, blocks: card.blocks.slice(0, count) }, SMALLEST, words, card.blocks.length - count);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(draw(middle).json)) low = middle;
    else high = middle - 1;
  }
  return draw(low);
}

function fits(json: CardJson): boolean {
  return (
    countElements(json) <= MAX_ELEMENTS &&
    Buffer.byteLength(JSON.stringify(JSON.stringify(json))) <= MAX_BYTES
  );
}

/** Whatever has a tag counts, so that we are never above the platform's own count. */
function countElements(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const inside = Object.values(part).reduce((sum: number, value) => sum + countElements(value), 0);
  return inside + ('tag' in part ? 1 : 0);
}

import type { CardBlock } from '../../domain/message/card.ts';
import { type Block, type ChartBlock, plainText, type TableBlock } from '../markdown/block.ts';

/** A part of a card, with what it takes of the card's room. */
export interface Piece {
  readonly block: Extract<CardBlock, { kind: 'heading' | 'text' | 'table' }>;
  readonly bytes: number;
}

/** Bytes of one piece; several of them share a card. */
const MOST_BYTES = 8_000;
/** What the platform's JSON puts around a text. */
const AROUND = 120;

/** A block of a document as parts of a card: long texts at the ends of sentences, long tables between rows. */
export function splitBlock(block: Block): readonly Piece[] {
  if (block.kind === 'page-break') return [];
  if (block.kind === 'table') return splitTable(block);
  // The picture itself is in the file.
  if (block.kind === 'picture') return splitText(`【图】${block.caption}`);
  if (block.kind === 'chart') return splitText(tellChart(block));
  const text = plainText(block.runs);
  const isHeading = ['title', 'h1', 'h2', 'h3', 'annex'].includes(block.kind);
  if (isHeading && bytesOf(text) <= MOST_BYTES) return [piece({ kind: 'heading', text })];
  return splitText(text);
}

/** The figures alone, a line each: what is drawn is in the file. */
function tellChart({ title, series, points }: ChartBlock): string {
  const lines = points.map(({ label, value }) => `${label}：${value ?? '—'}`);
  return [`${title}（${series}）`, ...lines].join('\n');
}

function splitText(text: string): readonly Piece[] {
  const parts: string[] = [];
  for (const part of sentences(text)) {
    const last = parts.at(-1);
    if (last !== undefined && bytesOf(last + part) <= MOST_BYTES) parts.splice(-1, 1, last + part);
    else parts.push(part);
  }
  return parts.map((part) => piece({ kind: 'text', text: part }));
}

/** Sentences; of one that is too long itself, runs of characters. */
function sentences(text: string): readonly string[] {
  // Ten bytes is the most that one character becomes when it is written as JSON twice.
  const longest = MOST_BYTES / 10 - AROUND;
  return (text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+$/gu) ?? []).flatMap((sentence) => {
    const signs = [...sentence];
    const count = Math.ceil(signs.length / longest);
    return Array.from({ length: count }, (_, index) =>
      signs.slice(index * longest, (index + 1) * longest).join(''),
    );
  });
}

/** Each part has the header. A table without rows, or with one that no card could take, is told as text. */
function splitTable(table: TableBlock): readonly Piece[] {
  const [columns = [], ...rows] = table.rows.map((cells) => cells.map(plainText));
  const room = MOST_BYTES - cellsBytes(columns);
  if (rows.length === 0 || rows.some((row) => cellsBytes(row) > room)) {
    return [columns, ...rows].flatMap((row) => splitText(row.join('｜')));
  }
  const parts: string[][][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last !== undefined && sumOf([...last, row]) <= room) last.push(row);
    else parts.push([row]);
  }
  return parts.map((part) => piece({ kind: 'table', columns, rows: part }));
}

function piece(block: Piece['block']): Piece {
  const bytes = block.kind === 'table' ? AROUND + sumOf([block.columns, ...block.rows]) : bytesOf(block.text);
  return { block, bytes };
}

function sumOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((sum, cells) => sum + cellsBytes(cells), 0);
}

function cellsBytes(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + bytesOf(cell), 0);
}

/** A card is text within JSON, itself written as JSON. */
function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(text))) + AROUND;
}

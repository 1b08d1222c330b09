import { cleanLine } from '../../kernel/text/clean-text.ts';
import { scanXml, type XmlPiece } from './scan-xml.ts';
import { UnreadableSheet, unzipParts } from './unzip-parts.ts';

/** Rows of the first sheet as texts, empty cells as '', `rows[0]` being row 1; or why there are none. */
export type SheetReading =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly reason: 'damaged' | 'too-large' };

const MOST_ROWS = 5000;
const MOST_COLUMNS = 64;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** Reads an .xlsx that may be anything: bounded in size, and no part of it is trusted to be well formed. */
export async function readSheet(bytes: Uint8Array): Promise<SheetReading> {
  try {
    const parts = await unzipParts(
      bytes,
      (name) => name === WORKBOOK || name === RELATIONS || name === STRINGS || SHEET.test(name),
    );
    const sheet = parts.get(findFirstSheet(parts));
    if (sheet === undefined) throw new UnreadableSheet('damaged');
    return { ok: true, rows: readRows(sheet, readStrings(parts.get(STRINGS) ?? '')) };
  } catch (error) {
    if (error instanceof UnreadableSheet) return { ok: false, reason: error.reason };
    throw error;
  }
}

/** The sheet on the first tab, by way of the workbook's relations. */
function findFirstSheet(parts: ReadonlyMap<string, string>): string {
  const id = findTag(parts.get(WORKBOOK) ?? '', 'sheet')?.id;
  for (const piece of scanXml(parts.get(RELATIONS) ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship' || piece.attributes.Id !== id) continue;
    const target = piece.attributes.Target ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  throw new UnreadableSheet('damaged');
}

function findTag(xml: string, name: string): Readonly<Record<string, string>> | undefined {
  for (const piece of scanXml(xml)) {
    if (piece.kind === 'open' && piece.name === name) return piece.attributes;
  }
  return undefined;
}

/** Tags, and the texts that stand in a value. A phonetic reading (`rPh`) beside a text is no part of it. */
function* scanValues(xml: string): Generator<XmlPiece> {
  let [inValue, phonetic] = [false, false];
  for (const piece of scanXml(xml)) {
    if (piece.kind === 'text') {
      if (inValue && !phonetic) yield piece;
      continue;
    }
    if (piece.name === 'v' || piece.name === 't') inValue = piece.kind === 'open';
    if (piece.name === 'rPh') phonetic = piece.kind === 'open';
    yield piece;
  }
}

/** Texts that cells point to. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  for (const piece of scanValues(xml)) {
    if (piece.kind === 'text') strings.push(`${strings.pop() ?? ''}${piece.text}`);
    if (piece.kind === 'open' && piece.name === 'si') strings.push('');
  }
  return strings;
}

interface Cell {
  /** Counted from 1. */
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  readonly shared: boolean;
  text: string;
}

function readRows(xml: string, strings: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const cell of readCells(xml)) {
    const text = cleanLine(cell.shared ? (strings[Number(cell.text)] ?? '') : cell.text);
    if (text === '') continue;
    if (cell.row > MOST_ROWS || cell.column >= MOST_COLUMNS) throw new UnreadableSheet('too-large');
    while (rows.length < cell.row) rows.push([]);
    const row = rows[cell.row - 1] ?? [];
    while (row.length < cell.column) row.push('');
    row[cell.column] = text;
  }
  return rows;
}

/** Cells in the order of the file. Rows and cells may leave their address out: then they follow the one before. */
function* readCells(xml: string): Generator<Cell> {
  let cell: Cell = { row: 0, column: -1, shared: false, text: '' };
  for (const piece of scanValues(xml)) {
    if (piece.kind === 'text') cell.text += piece.text;
    else if (piece.kind === 'open') cell = openCell(cell, piece);
    else if (piece.name === 'c') yield cell;
  }
}

/** The cell that a tag opens, after the one before it. A row begins left of its first cell. */
function openCell(last: Cell, { name, attributes }: XmlPiece & { kind: 'open' }): Cell {
  if (name === 'row')
    return { row: Number(attributes.r ?? last.row + 1), column: -1, shared: false, text: '' };
  if (name !== 'c') return last;
  const column = columnOf(attributes.r) ?? last.column + 1;
  return { row: last.row, column, shared: attributes.t === 's', text: '' };
}

/** `B7` → 1. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

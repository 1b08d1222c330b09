import createMarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import type { Align } from './block.ts';

/** A table whose cells are still Markdown; the first row is the header. */
export interface RawTable {
  readonly aligns: readonly Align[];
  readonly rows: readonly (readonly string[])[];
}

const tables = new WeakMap<Token, RawTable>();

/** The library's own rule, of a parser that has no other. */
const [readTokens] = createTableParser().block.ruler.getRules('');

/**
 * Reads a table, by the rules of GitHub Flavored Markdown, as one token instead of three for each cell, of which a large
 * month has half a million. What would become of them is written to the same token again and again, and kept as text.
 */
export function readRawTable(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const aligns: Align[] = [];
  const rows: string[][] = [];
  const token = new state.Token('', '', 0);
  const { push } = state;
  // The rule fills a token in after it has pushed it, so each is looked at when the next one comes.
  state.push = (type) => {
    if (token.type === 'th_open') aligns.push(readAlign(token));
    if (token.type === 'inline') rows.at(-1)?.push(token.content);
    if (type === 'tr_open') rows.push([]);
    token.type = type;
    token.attrs = null;
    return token;
  };
  const isTable = readTokens?.(state, startLine, endLine, silent) === true;
  state.push = push;
  if (isTable && !silent) tables.set(state.push('table', 'table', 0), { aligns, rows });
  return isTable;
}

/** What a token of type `table` stands for. */
export function rawTableOf(token: Token | undefined): RawTable {
  return (token && tables.get(token)) ?? { aligns: [], rows: [] };
}

function readAlign(token: Token): Align {
  const style = String(token.attrGet('style') ?? '');
  return style.includes('center') ? 'center' : style.includes('right') ? 'right' : 'left';
}

function createTableParser() {
  const parser = createMarkdownIt('zero');
  parser.block.ruler.enableOnly('table');
  return parser;
}

import createMarkdownIt, { type MarkdownIt, type StateBlock } from 'markdown-it';
import { CHART_SHAPES, LINE_KINDS } from './block.ts';
import { readRawTable } from './read-raw-table.ts';

const OPENING = new RegExp(`^::: ?(${LINE_KINDS.join('|')})$`);

const CHART = new RegExp(`^::: ?chart (?:${CHART_SHAPES.join('|')}) \\S`);

/**
 * Reads the part of Markdown that reports use: headings, paragraphs, bold, links, tables, `---` for a new page, and
 * `::: sign` … `:::` around lines of a special kind, or `::: chart bar …` around a table to be drawn. A link to `#` and a number says whose words the text is: those of
 * the item of that number. `![…](<picture:…>)` prints a picture that is kept
 * under that hash, never one from elsewhere. No HTML, code, lists or references.
 */
export function createParser(): MarkdownIt {
  const parser = createMarkdownIt('zero', { html: false });
  parser.enable([
    'heading',
    'hr',
    'table',
    'emphasis',
    'escape',
    'entity',
    'newline',
    'link',
    'image',
    'balance_pairs',
  ]);
  parser.validateLink = (address) => /^(?:https?:\/\/|#|picture:[0-9a-f]{64}$)/i.test(address);
  const { normalizeLink } = parser;
  parser.normalizeLink = (address) => (address.startsWith('#') ? address : normalizeLink(address));
  parser.block.ruler.at('table', readRawTable, { alt: ['paragraph', 'reference'] });
  parser.block.ruler.before('heading', 'lines', readLines, { alt: ['paragraph'] });
  parser.block.ruler.before('heading', 'chart', readChart, { alt: ['paragraph'] });
  parser.inline.State = class extends parser.inline.State {
    /**
     * Values are escaped, so a bare `*` is always the template's own mark and may open or close anywhere. CommonMark's
     * rule about neighbouring characters would print the marks of `**一是…？**2026` and the like.
     */
    override scanDelims(start: number, canSplitWord: boolean) {
      const { length } = super.scanDelims(start, canSplitWord);
      return { length, can_open: true, can_close: true };
    }
  };
  return parser;
}

function readLines(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const kind = OPENING.exec(lineAt(state, startLine))?.[1];
  if (kind === undefined) return false;
  if (silent) return true;
  let line = startLine + 1;
  for (; line < endLine && lineAt(state, line) !== ':::'; line += 1) {
    if (lineAt(state, line) === '') continue;
    state.push('line_open', 'p', 1).info = kind;
    const inline = state.push('inline', '', 0);
    inline.content = lineAt(state, line);
    inline.children = [];
    state.push('line_close', 'p', -1);
  }
  state.line = Math.min(line + 1, endLine);
  return true;
}

/** The table stays what it is, between tokens that say how it is to be drawn. */
function readChart(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = lineAt(state, startLine);
  if (!CHART.test(opening)) return false;
  if (silent) return true;
  let close = startLine + 1;
  while (close < endLine && lineAt(state, close) !== ':::') close += 1;
  const { lineMax } = state;
  state.lineMax = close;
  state.push('chart_open', 'figure', 1).info = opening;
  state.md.block.tokenize(state, startLine + 1, close);
  state.push('chart_close', 'figure', -1);
  state.lineMax = lineMax;
  state.line = Math.min(close + 1, endLine);
  return true;
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]).trim();
}

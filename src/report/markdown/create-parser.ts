import createMarkdownIt, { type MarkdownIt, type StateBlock } from 'markdown-it';
import { LINE_KINDS } from './block.ts';

const OPENING = new RegExp(`^::: ?(${LINE_KINDS.join('|')})$`);

/**
 * Reads the part of Markdown that reports use: headings, paragraphs, bold, links, tables, `---` for a new page, and
 * `::: sign` … `:::` around lines of a special kind. A link to `#` and a number says whose words the text is: those of
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
  parser.block.ruler.before('heading', 'lines', readLines, { alt: ['paragraph'] });
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
  const lineAt = (line: number) => state.src.slice(state.bMarks[line], state.eMarks[line]).trim();
  const kind = OPENING.exec(lineAt(startLine))?.[1];
  if (kind === undefined) return false;
  if (silent) return true;
  let line = startLine + 1;
  for (; line < endLine && lineAt(line) !== ':::'; line += 1) {
    if (lineAt(line) === '') continue;
    state.push('line_open', 'p', 1).info = kind;
    const inline = state.push('inline', '', 0);
    inline.content = lineAt(line);
    inline.children = [];
    state.push('line_close', 'p', -1);
  }
  state.line = Math.min(line + 1, endLine);
  return true;
}

import type { Token } from 'markdown-it';
import {
  type Block,
  type Cell,
  CHART_SHAPES,
  type ChartBlock,
  LINE_KINDS,
  type ParagraphKind,
  type PictureBlock,
  plainText,
  type Run,
  type TableBlock,
} from './block.ts';
import { createParser } from './create-parser.ts';
import { rawTableOf } from './read-raw-table.ts';

const parser = createParser();

const HEADINGS: Readonly<Record<string, ParagraphKind>> = { h1: 'title', h2: 'h1', h3: 'h2', h4: 'h3' };

/** Markdown, as templates give it, to the blocks of a document. Paragraphs without any text are left out. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const tokens = parser.parse(markdown, {});
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.type === 'hr') blocks.push({ kind: 'page-break' });
    if (token?.type === 'chart_open') {
      const end = tokens.findIndex((each, index) => index > at && each.type === 'chart_close');
      blocks.push(readChart(token.info, tokens[at + 1]));
      at = end;
      continue;
    }
    if (token?.type === 'table') blocks.push(readTable(token));
    const picture = readPicture(token, tokens[at + 1]);
    if (picture !== undefined) {
      blocks.push(picture);
      continue;
    }
    const kind = token && paragraphKind(token);
    const runs = kind && readRuns(tokens[at + 1]);
    if (kind && runs?.some((run) => run.text !== '')) blocks.push({ kind, runs });
  }
  return blocks;
}

const PICTURE = 'picture:';

/** A picture that is a paragraph of its own. */
function readPicture(opening: Token | undefined, inline: Token | undefined): PictureBlock | undefined {
  if (opening?.type !== 'paragraph_open') return undefined;
  const { children } = inline ?? {};
  const image = children?.[0];
  if (image?.type !== 'image' || children?.length !== 1) return undefined;
  const address = String(image.attrGet('src') ?? '');
  if (!address.startsWith(PICTURE)) return undefined;
  return { kind: 'picture', blob: address.slice(PICTURE.length), caption: plainText(readRuns(image)) };
}

function paragraphKind(token: Token): ParagraphKind | undefined {
  if (token.type === 'paragraph_open') return 'p';
  if (token.type === 'heading_open') return HEADINGS[token.tag] ?? 'h3';
  return token.type === 'line_open' ? LINE_KINDS.find((kind) => kind === token.info) : undefined;
}

const CHART = new RegExp(`chart (${CHART_SHAPES.join('|')}) (.*)$`);

/** Labels are in the table's first column, figures in its second; what is no figure is not known. */
function readChart(opening: string, table: Token | undefined): ChartBlock {
  const [, name, title = ''] = CHART.exec(opening) ?? [];
  const [head = [], ...rows] = readTable(table).rows.map((row) => row.map(plainText));
  return {
    kind: 'chart',
    shape: CHART_SHAPES.find((shape) => shape === name) ?? 'column',
    title,
    series: head[1] ?? '',
    points: rows.map(([label = '', figure = '']) => ({
      label,
      value: /^\d+$/.test(figure) ? Number(figure) : undefined,
    })),
  };
}

function readTable(token: Token | undefined): TableBlock {
  const { aligns, rows } = rawTableOf(token);
  return { kind: 'table', aligns, rows: rows.map((row) => row.map(readCell)) };
}

/** What bold, links, escaped marks and the like begin with. */
const INLINE_MARK = /[\\*_[\]!&]/;

/** Most cells of a large table are text and nothing else, which is told by a look. */
function readCell(source: string): Cell {
  if (source === '') return [];
  return INLINE_MARK.test(source) ? readRuns(parser.parseInline(source, {})[0]) : [{ text: source }];
}

type Look = Omit<Run, 'text'>;

function readRuns(inline: Token | undefined): Run[] {
  const runs: Run[] = [];
  let look: Look = {};
  for (const token of inline?.children ?? []) {
    // A soft break is only where the template's source wraps: Chinese text joins without a space.
    if (token.type === 'text' && token.content !== '') runs.push({ text: token.content, ...look });
    // Any other picture is its caption.
    else if (token.type === 'image') runs.push({ text: plainText(readRuns(token)), ...look });
    else look = changeLook(look, token);
  }
  return runs;
}

/** Emphasis is a heading of the second level; emphasis around bold, as `***…***` reads, one of the first. */
function changeLook(look: Look, token: Token): Look {
  switch (token.type) {
    case 'em_open':
      return { ...look, heading: 'h2' };
    case 'em_close': {
      const { heading: _, ...plain } = look;
      return plain;
    }
    case 'strong_open':
      return look.heading === undefined ? { ...look, bold: true } : { ...look, heading: 'h1' };
    case 'strong_close': {
      const { bold: _, ...light } = look;
      return look.heading === undefined ? light : look;
    }
    case 'link_open':
      return { ...look, ...readTarget(String(token.attrGet('href') ?? '')) };
    case 'link_close': {
      const { link: _, source: __, ...own } = look;
      return own;
    }
    default:
      return look;
  }
}

/** A link within the document names the item whose words it holds. */
function readTarget(address: string): Pick<Run, 'link' | 'source'> {
  return address.startsWith('#') ? { source: address.slice(1) } : { link: address };
}

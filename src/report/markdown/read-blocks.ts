import type { Token } from 'markdown-it';
import {
  type Align,
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
      blocks.push(readChart(token.info, tokens.slice(at, end)));
      at = end;
      continue;
    }
    if (token?.type === 'table_open') {
      const end = tokens.findIndex((each, index) => index > at && each.type === 'table_close');
      blocks.push(readTable(tokens.slice(at, end)));
      at = end;
    }
    const picture = readPicture(tokens[at + 1]);
    if (token?.type === 'paragraph_open' && picture !== undefined) {
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
function readPicture(inline: Token | undefined): PictureBlock | undefined {
  const [image, ...others] = inline?.children ?? [];
  const address = String(image?.attrGet('src') ?? '');
  if (image?.type !== 'image' || others.length > 0 || !address.startsWith(PICTURE)) return undefined;
  return { kind: 'picture', blob: address.slice(PICTURE.length), caption: plainText(readRuns(image)) };
}

function paragraphKind(token: Token): ParagraphKind | undefined {
  if (token.type === 'paragraph_open') return 'p';
  if (token.type === 'heading_open') return HEADINGS[token.tag] ?? 'h3';
  return token.type === 'line_open' ? LINE_KINDS.find((kind) => kind === token.info) : undefined;
}

const CHART = new RegExp(`chart (${CHART_SHAPES.join('|')}) (.*)$`);

/** Labels are in the table's first column, figures in its second; what is no figure is not known. */
function readChart(opening: string, tokens: readonly Token[]): ChartBlock {
  const [, name, title = ''] = CHART.exec(opening) ?? [];
  const [head = [], ...rows] = readTable(tokens).rows.map((row) => row.map(plainText));
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

function readTable(tokens: readonly Token[]): TableBlock {
  const aligns: Align[] = [];
  const rows: Cell[][] = [];
  tokens.forEach((token, at) => {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open') aligns.push(readAlign(token));
    if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(readRuns(tokens[at + 1]));
  });
  return { kind: 'table', aligns, rows };
}

function readAlign(token: Token): Align {
  const style = String(token.attrGet('style') ?? '');
  return style.includes('center') ? 'center' : style.includes('right') ? 'right' : 'left';
}

function readRuns(inline: Token | undefined): Run[] {
  const runs: Run[] = [];
  let look: Omit<Run, 'text'> = {};
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
function changeLook(look: Omit<Run, 'text'>, token: Token): Omit<Run, 'text'> {
  const { bold: _bold, ...notBold } = look;
  const { link: _link, source: _source, ...notLinked } = look;
  const { heading, ...plain } = look;
  switch (token.type) {
    case 'em_open':
      return { ...look, heading: 'h2' };
    case 'em_close':
      return plain;
    case 'strong_open':
      return heading === undefined ? { ...look, bold: true } : { ...look, heading: 'h1' };
    case 'strong_close':
      return heading === undefined ? notBold : look;
    case 'link_open':
      return { ...look, ...readTarget(String(token.attrGet('href') ?? '')) };
    default:
      return token.type === 'link_close' ? notLinked : look;
  }
}

/** A link within the document names the item whose words it holds. */
function readTarget(address: string): Pick<Run, 'link' | 'source'> {
  return address.startsWith('#') ? { source: address.slice(1) } : { link: address };
}

import { type Inline, parseInline } from './parse-inline.ts';

export type Block =
  | { readonly kind: 'line' | 'quote'; readonly inline: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inline: readonly Inline[] }
  | { readonly kind: 'item'; readonly mark: string; readonly inline: readonly Inline[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] };

const RULE_OF_TABLE = /^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?\s*)?$/;

/** Card Markdown (JSON 2.0) as blocks. Line breaks count, as on the platform. */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, next } = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Read {
  readonly block: Block;
  /** The line after it. */
  readonly next: number;
}

function readBlock(lines: readonly string[], at: number): Read {
  const line = lines[at] ?? '';
  if (line.startsWith('```')) return readCode(lines, at);
  if (line.includes('|') && RULE_OF_TABLE.test(lines[at + 1] ?? '')) return readTable(lines, at);
  return { block: readLine(line), next: at + 1 };
}

function readCode(lines: readonly string[], at: number): Read {
  const end = lines.findIndex((line, index) => index > at && line.startsWith('```'));
  const last = end === -1 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, last).join('\n') }, next: last + 1 };
}

function readTable(lines: readonly string[], at: number): Read {
  const end = lines.findIndex((line, index) => index > at && !line.includes('|'));
  const next = end === -1 ? lines.length : end;
  const rows = [lines[at] ?? '', ...lines.slice(at + 2, next)].map((row) =>
    row
      .replace(/^\s*\||\|\s*$/g, '')
      .split('|')
      .map((cell) => parseInline(cell.trim())),
  );
  return { block: { kind: 'table', rows }, next };
}

function readLine(line: string): Block {
  const [, hashes, title = ''] = /^(#{1,6})\s+(.*)$/.exec(line) ?? [];
  if (hashes !== undefined) return { kind: 'heading', level: hashes.length, inline: parseInline(title) };
  if (/^\s*(-{3,}|\*{3,})\s*$/.test(line)) return { kind: 'rule' };
  const [, quoted] = /^>\s?(.*)$/.exec(line) ?? [];
  if (quoted !== undefined) return { kind: 'quote', inline: parseInline(quoted) };
  const [, mark, item = ''] = /^\s*([-*+]|\d+\.)\s+(.*)$/.exec(line) ?? [];
  if (mark !== undefined)
    return { kind: 'item', mark: /\d/.test(mark) ? mark : '•', inline: parseInline(item) };
  return { kind: 'line', inline: parseInline(line) };
}

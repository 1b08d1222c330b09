import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/kernel/text/clean-text.ts';
import { type Block, plainText } from '../../src/report/markdown/block.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { escapeMarkdown } from '../../src/report/template/escape-markdown.ts';

const PIECES = [
  '**',
  '*',
  '_',
  '`',
  '```',
  '#',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '>',
  '|',
  '\\',
  '\\|',
  '---',
  '===',
  ':::',
  '::: sign',
  '[a](javascript:x)',
  '<b>',
  '&lt;',
  '&#10;',
  '![x](y)',
  '~~',
  '{{x}}',
  '{{{constructor}}}',
  '<!--',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\u3000',
  '\u00a0',
  '\u2028',
  '\u0000',
  '\u0007',
  '\ufffe',
  '\ud800',
  '\u202e',
  '“',
  '—',
  '。',
  '？',
  '!',
  'a',
  '7',
  '中',
  '𠮷',
  '👩‍💻',
  'http://a.b',
  'e\u0301',
]; // prettier-ignore
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Where a template may put a value: the Markdown around it, and where the text is to be found again. */
const PLACES: readonly {
  name: string;
  write: (text: string) => string;
  read: (blocks: Block[]) => string;
}[] = [
  { name: 'a paragraph', write: (text) => `头\n\n${text}\n\n尾`, read: readOne },
  { name: 'a title', write: (text) => `头\n\n# ${text}\n\n尾`, read: readOne },
  {
    name: 'a heading',
    write: (text) => `头\n\n### （一）${text}\n\n尾`,
    read: (blocks) => readOne(blocks).slice(3),
  },
  { name: 'bold', write: (text) => `头\n\n**${text}**\n\n尾`, read: readOne },
  { name: 'bold before text', write: (text) => `头\n\n**一是${text}**${text}\n\n尾`, read: readTwice },
  {
    name: 'a table cell',
    write: (text) => `头\n\n| a | b |\n| --- | --- |\n| ${text} | z |\n\n尾`,
    read: readCell,
  },
  { name: 'a link', write: (text) => `头\n\n[${text}](<http://a.b/>)\n\n尾`, read: readOne },
  { name: 'a line of a signature', write: (text) => `头\n\n::: sign\n${text}\n:::\n\n尾`, read: readOne },
];

function readOne(blocks: Block[]): string {
  expect(blocks.at(0)).toEqual({ kind: 'p', runs: [{ text: '头' }] });
  expect(blocks.at(-1)).toEqual({ kind: 'p', runs: [{ text: '尾' }] });
  expect(blocks.length).toBeLessThanOrEqual(3);
  const [, block] = blocks.length === 3 ? blocks : [];
  return block && 'runs' in block ? plainText(block.runs) : '';
}

function readTwice(blocks: Block[]): string {
  const text = readOne(blocks).slice(2);
  const half = text.slice(0, text.length / 2);
  expect(text).toBe(half + half);
  return half;
}

function readCell(blocks: Block[]): string {
  const table = blocks[1];
  expect(blocks).toHaveLength(3);
  expect(table?.kind === 'table' && table.rows.map((row) => row.length)).toEqual([2, 2]);
  return table?.kind === 'table' ? plainText(table.rows[1]?.[0] ?? []) : '';
}

describe('a value in a template', () => {
  it.each(PLACES)('reads back as the cleaned text in $name', ({ write, read }) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(readBlocks(write(escapeMarkdown(text))))).toBe(cleanText(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back where two values meet', () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        const blocks = readBlocks(`头\n\n${escapeMarkdown(left)}${escapeMarkdown(right)}\n\n尾`);
        expect(readOne(blocks)).toBe(cleanText(left) + cleanText(right));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps ordinary text readable', () => {
    expect(escapeMarkdown('10月9日，办公室组织“读图会”——第3期（18人）。')).toBe(
      '10月9日，办公室组织“读图会”——第3期（18人）。',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, CardBlock } from '../../src/domain/message/card.ts';
import { drawCard } from '../../src/lark/draw-card.ts';
import { writeCards } from '../../src/report/cards/write-cards.ts';
import type { Block, ParagraphKind } from '../../src/report/markdown/block.ts';

const paragraph = (kind: ParagraphKind, text: string): Block => ({ kind, runs: [{ text }] });
const table = (rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  aligns: [],
  rows: rows.map((row) => row.map((text) => [{ text }])),
});

/** What a reader finds in a card, one after the other. */
const textsOf = (block: CardBlock): readonly string[] => {
  if (block.kind === 'table') return [block.columns, ...block.rows].flat();
  return 'text' in block ? [block.text] : [];
};
const readAll = (cards: readonly Card[]) => cards.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join('');

describe('a report as cards', () => {
  it('is one card when it is short, without its title twice', () => {
    const blocks = [paragraph('title', '报告'), paragraph('h1', '一、情况'), paragraph('p', '正文。')];
    expect(writeCards(blocks, '报告')).toEqual([
      {
        tone: 'neutral',
        title: '报告',
        blocks: [
          { kind: 'heading', text: '一、情况' },
          { kind: 'text', text: '正文。' },
        ],
      },
    ]);
  });

  it('begins a new card at a heading, and numbers them', () => {
    const section = (name: string) => [paragraph('h1', name), paragraph('p', '字'.repeat(2000))];
    const cards = writeCards(['一', '二', '三', '四', '五'].flatMap(section), '报告');
    expect(cards.length).toBeGreaterThan(1);
    expect(cards.map(({ title }) => title)).toEqual(
      cards.map((_, index) => `报告（${index + 1}/${cards.length}）`),
    );
    for (const { blocks } of cards) expect(blocks[0]?.kind).toBe('heading');
  });

  it('repeats a long table’s header', () => {
    const rows = Array.from({ length: 400 }, (_, index) => [String(index), '标题'.repeat(20)]);
    const tables = writeCards([table([['序号', '标题'], ...rows])], '报告').flatMap(({ blocks }) => blocks);
    expect(tables.length).toBeGreaterThan(1);
    for (const block of tables) expect(block).toMatchObject({ kind: 'table', columns: ['序号', '标题'] });
    expect(tables.flatMap((block) => (block.kind === 'table' ? block.rows : []))).toEqual(rows);
  });

  it('says where a picture stands', () => {
    const [card] = writeCards([{ kind: 'picture', blob: '0'.repeat(64), caption: '推进会现场' }], '报告');
    expect(card.blocks).toEqual([{ kind: 'text', text: '【图】推进会现场' }]);
  });

  it('is a card even when there is nothing to read', () => {
    expect(writeCards([], '报告')).toEqual([{ tone: 'neutral', title: '报告', blocks: [] }]);
  });

  it('is whole, within the platform’s limits, and never ends a card with a heading, whatever is in it', () => {
    const word = fc.constantFrom('字', '，', '。', '"', '\\', '\n', '😀', 'word ');
    const text = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom(1, 1, 1, 30, 600))
      .map(([words, times]) => words.join('').repeat(times));
    const block = fc.oneof(
      fc
        .tuple(fc.constantFrom<ParagraphKind>('title', 'h1', 'h2', 'p', 'note'), text)
        .map(([kind, words]) => paragraph(kind, words)),
      fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 6 }).map(table),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
        const cards = writeCards(blocks, '报告');
        for (const card of cards) expect(drawCard(card).shortened).toBe(false);
        for (const { blocks: shown } of cards.slice(0, -1)) expect(shown.at(-1)?.kind).not.toBe('heading');
        const given = blocks.flatMap((one) =>
          one.kind === 'table'
            ? one.rows.flatMap((row) => row.flatMap((cell) => cell.map((run) => run.text)))
            : 'runs' in one
              ? one.runs.map((run) => run.text)
              : [],
        );
        const read = readAll(cards);
        for (const words of given) {
          const lines = words.split(/(?<=[。！？；\n])/);
          for (const line of lines.filter((each) => [...each].length < 600)) expect(read).toContain(line);
        }
      }),
      { numRuns: 60 },
    );
  });
});

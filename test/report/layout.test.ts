import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceTitle } from '../../src/report/word/balance-title.ts';
import { fitColumns } from '../../src/report/word/fit-columns.ts';
import { TEXT_WIDTH } from '../../src/report/word/page.ts';

const table = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((text) => [{ text }]));

describe('columns', () => {
  it('fill the width exactly and hold a character each, whatever is in them', () => {
    const cell = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.array(cell, { maxLength: 60 }), (columns, cells) => {
        const texts = Array.from({ length: 5 }, (_, row) =>
          Array.from({ length: columns }, (_, column) => cells[row * columns + column] ?? ''),
        );
        const widths = fitColumns(table(texts));
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(TEXT_WIDTH);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(280 + 80);
      }),
    );
  });

  it('give long texts the room that short ones do not need', () => {
    const [serial = 0, title = 0, section = 0] = fitColumns(
      table([
        ['序号', '标题', '栏目'],
        ['1', '一'.repeat(40), '理论学习'],
      ]),
    );
    expect(serial).toBe(640);
    expect(section).toBe(1200);
    expect(title).toBe(TEXT_WIDTH - serial - section);
  });
});

describe('title', () => {
  it.each(['青禾县自然资源局10月工作报告', '用稿目录', '题'.repeat(60), ''])('%s is left alone', (title) => {
    expect(balanceTitle(title)).toBe(0);
  });

  it.each([
    ['青禾县自然资源局关于2026年第三季度宣传信息报送情况的通报', '青禾县自然资源局关于2026年第三季度'],
    ['青禾县自然资源局2026年10月宣传工作情况报告', '青禾县自然资源局2026年10月'],
    ['青禾县住房和城乡建设局2026年1月宣传工作情况报告', '青禾县住房和城乡建设局2026年1月'],
  ])('%s breaks after the month or quarter', (title, first) => {
    const room = (TEXT_WIDTH - 2 * balanceTitle(title)) / 435;
    // Digits are half as wide as characters, and stand a quarter off from them.
    const digits = first.match(/\d/g)?.length ?? 0;
    const spaces = 4 - (/^\d|\d$/.test(first) ? 1 : 0);
    const width = first.length - digits / 2 + (spaces - 1) / 4;
    expect(room).toBeGreaterThan(width);
    expect(room).toBeLessThan(width + 1);
  });

  it('without a word boundary breaks in the middle', () => {
    const room = (TEXT_WIDTH - 2 * balanceTitle('题'.repeat(30))) / 435;
    expect(Math.floor(room)).toBe(15);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCorrections } from '../../../src/domain/report/build-corrections.ts';
import { compareFacts } from '../../../src/domain/report/compare-facts.ts';
import { anyFacts, makeDepartment, makeFacts, makeItem } from './make-facts.ts';

const rowsOf = (...facts: Parameters<typeof buildCorrections>) =>
  buildCorrections(...facts).rows.map(({ what, from, to }) => [what, from, to]);

describe('the page of corrections', () => {
  it('names both versions, and has a row for every difference and for none without', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (before, other) => {
        expect(buildCorrections(before, before).rows).toEqual([]);
        const after = { ...other, month: before.month, version: before.version + 1 };
        const { intro, rows } = buildCorrections(before, after);
        expect(intro).toContain(`第${before.version}版`);
        expect(rows.length).toBeGreaterThanOrEqual(compareFacts(before, after).changes.length);
        expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => String(index + 1)));
      }),
    );
  });

  it('tells items field by field, old and new, and the figures that follow', () => {
    const before = makeFacts({
      items: [makeItem({ id: 'a', number: 'A', title: '甲', body: '出动10人。', date: '2026-10-08' })],
    });
    const after = makeFacts({
      items: [
        makeItem({ id: 'a', number: 'A', title: '甲', body: '出动12人。', date: '2026-10-09', late: true }),
        makeItem({ id: 'b', number: 'B', title: '乙' }),
      ],
    });
    expect(rowsOf(before, after)).toEqual([
      ['A内容', '出动10人。', '出动12人。'],
      ['A日期', '2026年10月8日', '2026年10月9日'],
      ['A是否补报', '按时报送', '补报'],
      ['B《乙》', '—', '补充列入'],
      ['报送信息条数', '1', '2'],
      ['补报条数', '0', '1'],
    ]);
  });

  it('tells what is in the text now, what is not, and what stands elsewhere', () => {
    const items = ['A', 'B', 'C'].map((number) => makeItem({ id: number, number, title: number }));
    const [a = makeItem(), b = makeItem(), c = makeItem()] = items;
    const before = makeFacts({ items: [a, b, { ...c, leftOut: true }] });
    const after = makeFacts({ items: [{ ...a, leftOut: true }, b, c] });
    expect(rowsOf(before, after)).toEqual([
      ['A《A》', '列入正文', '不列入正文'],
      ['C《C》', '未列入正文', '列入正文'],
    ]);
    const turned = makeFacts({ items: [a, { ...b, place: 1 }] });
    expect(rowsOf(makeFacts({ items: [a, b] }), turned)).toEqual([['B《B》', '原次序', '调整次序']]);
  });

  it.each([
    ['2026-10-12T01:00:00.000Z', '尚未到期'],
    ['2026-10-18T16:00:00.000Z', '不应报'],
  ])('calls a week that is new in it by what it was at the cut-off: %s', (cutOff, was) => {
    const week = { week: '2026-W42', answer: 'missing' } as const;
    const before = makeFacts({ departments: [makeDepartment('a', '办公室')], cutOff });
    const after = makeFacts({ departments: [{ ...makeDepartment('a', '办公室'), weeks: [week] }] });
    expect(rowsOf(before, after)[0]).toEqual(['办公室10月12日—10月18日报送情况', was, '未报']);
  });

  it('tells how a department answered a week', () => {
    const office = {
      ...makeDepartment('a', '办公室'),
      weeks: [{ week: '2026-W41', answer: 'missing' as const }],
    };
    const before = makeFacts({ departments: [office] });
    const after = makeFacts({
      departments: [{ ...office, weeks: [{ week: '2026-W41', answer: 'nil' }] }],
      nils: [{ departmentId: office.id, week: '2026-W41', reason: '无' }],
    });
    expect(rowsOf(before, after)).toEqual([
      ['办公室10月5日—10月11日报送情况', '未报', '零报告'],
      [expect.stringContaining('零报告说明'), '—', '无'],
      ['已报周次', '0', '1'],
      ['零报告周次', '0', '1'],
      ['未报周次', '1', '0'],
    ]);
  });
});

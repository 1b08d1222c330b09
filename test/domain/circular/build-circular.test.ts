import { describe, expect, it } from 'vitest';
import { buildCircularView } from '../../../src/domain/circular/build-circular.ts';
import { joinMonths } from '../../../src/domain/circular/circular-facts.ts';
import type { MonthFacts } from '../../../src/domain/report/facts.ts';
import { makeAdoption, makeDepartment, makeFacts, makeItem } from '../report/make-facts.ts';

const head = {
  span: '2026-Q4',
  settings: { unitName: '青禾县自然资源局', placeholder: '××' },
  order: ['office', 'planning', 'station'],
  cutOff: '2026-12-31T10:00:00.000Z',
  signedOn: '2026-12-31',
  version: 1,
};

/** By October's paper and by November's: it counts once in the quarter. */
const printed = makeItem({ id: 'i3', departmentIds: ['planning'] });
const october = makeFacts({
  departments: [
    makeDepartment('office', '办公室', ['submitted', 'nil']),
    makeDepartment('station', '城关所', ['missing', 'excused']),
  ],
  items: [makeItem({ departmentIds: ['office', 'station'] })],
  adoptions: [makeAdoption(printed)],
  heldBack: { inReview: 1, notPublic: 0 },
});
const november = makeFacts({
  month: '2026-11',
  departments: [
    makeDepartment('office', '综合办公室', ['late']),
    makeDepartment('planning', '规划科', ['submitted']),
  ],
  items: [makeItem({ id: 'i2', number: '202611-综合办公室-01', late: true }), printed],
  adoptions: [makeAdoption(printed)],
  heldBack: { inReview: 0, notPublic: 2 },
});

function build(...months: MonthFacts[]) {
  return buildCircularView(joinMonths(months, head));
}

describe('a circular', () => {
  it('adds up the months of its span, each department in its place under its latest name', () => {
    const { departments, overview, title } = build(october, november);

    expect(title).toBe('青禾县自然资源局关于2026年第四季度宣传信息报送情况的通报');
    expect(departments.rows.map((row) => Object.values(row).join(' '))).toEqual([
      '1 综合办公室 3 3 2 1 1 0 0 0%',
      '2 规划科 1 1 1 0 0 0 1 100%',
      '3 城关所 2 0 1 0 0 1 0 0%',
    ]);
    expect(Object.values(departments.total).join(' ')).toBe(' 合计 6 4 3 1 1 1 1 33.3%');
    expect(overview[0]).toContain('我局3个部门应报信息6周次，已报4周次（其中零报告1周次），免报1周次');
    expect(overview[1]).toBe('另有尚未审核通过信息1条、不宜公开或需报审信息2条，未列入本通报统计。');
  });

  it('says what a joint item counts, and when the figures were taken', () => {
    const [cutOff, , joint] = build(october).departments.notes;

    expect(cutOff).toBe('注：1.统计数据截至2026年12月31日18:00。');
    expect(joint).toContain('联合报送信息1条（202610-办公室-01），合计按1条计');
  });

  it('prints a placeholder for what nobody has registered, and lists it', () => {
    const { departments, toFill } = build(
      makeFacts({ departments: october.departments, items: [makeItem()] }),
    );

    expect(departments.total.adopted).toBe('××');
    expect(toFill.rows.map(({ place, what }) => `${place} ${what}`)).toEqual([
      '一、总体情况 采用条数',
      '二、各部门报送情况 采用条数、采用率',
    ]);
  });

  it('is one without departments and items, too', () => {
    expect(Object.values(build(makeFacts()).departments.total).join(' ')).toBe(' 合计 0 0 0 0 0 0 ×× ××');
  });
});

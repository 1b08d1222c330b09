import { describe, expect, it } from 'vitest';
import { countPoints, rankByPoints } from '../../../src/domain/points/count-points.ts';
import { readPoints, USUAL_POINTS, writePoints } from '../../../src/domain/points/points-rule.ts';

describe('a rule', () => {
  it.each([
    ['报送2分、省级8分', { submitted: 2, province: 8 }],
    ['国家级：20；县级 3', { national: 20, county: 3 }],
    ['中央 12，submitted ０', { national: 12, submitted: 0 }],
  ])('is changed by %s', (typed, changes) => {
    expect(readPoints(typed, USUAL_POINTS)).toEqual({ ...USUAL_POINTS, ...changes });
  });

  it.each(['', '很多', '报送', '火星级 5', '省级 8 等等', '省级 1000'])('is not read from “%s”', (typed) => {
    expect(readPoints(typed, USUAL_POINTS)).toBeUndefined();
  });

  it('is read again as it was written', () => {
    const rule = { ...USUAL_POINTS, submitted: 3, own: 0 };
    expect(readPoints(writePoints(rule), USUAL_POINTS)).toEqual(rule);
  });
});

describe('points', () => {
  const departments = ['a', 'b', 'c'].map((id) => ({ id, name: `${id}科`, weeks: [] }));
  const items = [
    { departmentIds: ['a'], late: false },
    { departmentIds: ['a', 'b'], late: true },
  ];

  it('count a joint item for each department, and a printed one for its best outlet alone', () => {
    const adoptions = [
      { itemId: '1', departmentIds: ['b'], level: 'county' as const },
      { itemId: '1', departmentIds: ['b'], level: 'province' as const },
      { itemId: '2', departmentIds: ['b', 'a'] },
    ];
    const rows = countPoints({ departments, items, adoptions }, USUAL_POINTS);
    expect(rows.map(({ submitted, adopted, points }) => [submitted, adopted, points])).toEqual([
      [2, 1, 2],
      [1, 2, 1 + 6],
      [0, 0, 0],
    ]);
    expect(rankByPoints(rows).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('leave open what nobody has registered', () => {
    const [row] = countPoints({ departments, items }, USUAL_POINTS);
    expect(row).toMatchObject({ submitted: 2, adopted: undefined, points: 2 });
  });
});

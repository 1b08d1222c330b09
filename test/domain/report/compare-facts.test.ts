import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../../src/domain/report/compare-facts.ts';
import { anyFacts, makeAdoption, makeDepartment, makeFacts, makeItem } from './make-facts.ts';

describe('differences between two versions', () => {
  it('are none between a month and itself', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(compareFacts(facts, { ...structuredClone(facts), version: 2 })).toEqual({
          changes: [],
          added: [],
          removed: [],
          changed: [],
          leftOut: [],
          takenBack: [],
          moved: [],
          other: false,
        });
      }),
    );
  });

  it('name items that came, went and changed', () => {
    const before = makeFacts({
      items: [makeItem({ id: 'a' }), makeItem({ id: 'b', number: 'B', title: '乙' })],
    });
    const after = makeFacts({
      items: [
        makeItem({ id: 'a', body: '改过。', late: true }),
        makeItem({ id: 'c', number: 'C', title: '丙' }),
      ],
    });
    expect(compareFacts(before, after).changes).toEqual([
      {
        kind: 'item-changed',
        number: '202610-办公室-01',
        title: '开展图件核对',
        fields: ['body', 'late'],
      },
      { kind: 'item-added', number: 'C', title: '丙' },
      { kind: 'item-removed', number: 'B', title: '乙' },
    ]);
    expect(compareFacts(before, after)).toMatchObject({
      added: ['C'],
      removed: ['B'],
      changed: ['202610-办公室-01'],
      other: false,
    });
  });

  it('name what a lead has left out, taken back and put elsewhere in its block', () => {
    const items = ['A', 'B', 'C', 'D'].map((number) => makeItem({ id: number, number, title: number }));
    const before = makeFacts({ items: [...items, makeItem({ id: 'E', number: 'E', leftOut: true })] });
    const place: Readonly<Record<string, number>> = { D: 1, A: 2, B: 3, C: 4 };
    const arranged = items.map((item) => ({ ...item, place: place[item.number] ?? 0 }));
    const after = makeFacts({
      items: [
        ...arranged.map((item) => (item.number === 'B' ? { ...item, leftOut: true as const } : item)),
        makeItem({ id: 'E', number: 'E' }),
        makeItem({ id: 'F', number: 'F', leftOut: true }),
      ],
    });
    expect(compareFacts(before, after)).toMatchObject({
      added: ['F'],
      leftOut: ['B', 'F'],
      takenBack: ['E'],
      moved: ['D'],
      changed: [],
      other: false,
    });
  });

  it('take an item that went to another section for changed, not for moved', () => {
    const items = ['A', 'B'].map((number) => makeItem({ id: number, number }));
    const [first = makeItem(), second = makeItem()] = items;
    const after = makeFacts({ items: [{ ...first, section: '理论学习' }, second] });
    expect(compareFacts(makeFacts({ items }), after)).toMatchObject({ changed: ['A'], moved: [] });
  });

  it('name what was printed, apart from the items', () => {
    const paper = makeAdoption();
    const site = makeAdoption(makeItem(), { outlet: '县融媒体中心' });
    const before = makeFacts({ adoptions: [paper] });
    const after = makeFacts({ adoptions: [{ ...paper, place: '3版' }, site] });
    const of = { number: '202610-办公室-01', title: '开展图件核对' };
    expect(compareFacts(before, after)).toMatchObject({
      changes: [
        { kind: 'adoption-changed', ...of, outlet: '青禾日报' },
        { kind: 'adoption-added', ...of, outlet: '县融媒体中心' },
      ],
      changed: [],
      other: true,
    });
    expect(compareFacts(after, makeFacts()).changes.map(({ kind }) => kind)).toEqual([
      'adoption-removed',
      'adoption-removed',
    ]);
  });

  it('name departments, answers and nil reports', () => {
    const nil = (reason: string) => ({ departmentId: 'a', week: '2026-W41', reason });
    const before = makeFacts({
      departments: [makeDepartment('a', '办公室', ['nil', 'missing']), makeDepartment('b', '规划科')],
      nils: [nil('外业')],
    });
    const after = makeFacts({
      departments: [
        makeDepartment('a', '综合科', ['nil', 'late', 'excused']),
        makeDepartment('c', '执法大队'),
      ],
      nils: [nil('外业调查'), { departmentId: 'c', week: '2026-W42', reason: '' }],
      heldBack: { inReview: 1, notPublic: 0 },
    });
    expect(compareFacts(before, after).changes).toEqual([
      { kind: 'department-renamed', from: '办公室', to: '综合科' },
      { kind: 'answer-changed', department: '综合科', week: '2026-W42', from: 'missing', to: 'late' },
      { kind: 'answer-changed', department: '综合科', week: '2026-W43', from: undefined, to: 'excused' },
      { kind: 'department-added', department: '执法大队' },
      { kind: 'department-removed', department: '规划科' },
      { kind: 'nil-changed', department: '综合科', week: '2026-W41' },
      { kind: 'nil-added', department: '执法大队', week: '2026-W42' },
      {
        kind: 'held-back-changed',
        from: { inReview: 0, notPublic: 0 },
        to: { inReview: 1, notPublic: 0 },
      },
    ]);
    expect(compareFacts(after, before).changes.map((change) => change.kind)).toContain('nil-removed');
  });

  it('tells a renamed unit', () => {
    const facts = makeFacts();
    const renamed = { ...facts, settings: { ...facts.settings, unitName: '青禾县林业局' } };
    expect(compareFacts(facts, renamed).changes).toEqual([
      { kind: 'unit-renamed', from: '青禾县自然资源局', to: '青禾县林业局' },
    ]);
    expect(compareFacts(facts, renamed).other).toBe(true);
  });
});

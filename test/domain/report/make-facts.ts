import fc from 'fast-check';
import {
  DUTY_ANSWERS,
  type MonthFacts,
  type ReportAdoption,
  type ReportDepartment,
  type ReportItem,
} from '../../../src/domain/report/facts.ts';

const WEEKS = ['2026-W41', '2026-W42', '2026-W43', '2026-W44'] as const;

/** A month without anything in it, for 青禾县自然资源局. */
export function makeFacts(changes: Partial<MonthFacts> = {}): MonthFacts {
  return {
    month: '2026-10',
    settings: {
      unitName: '青禾县自然资源局',
      sections: [
        { name: '理论学习', keywords: [] },
        { name: '业务工作', keywords: [] },
      ],
      defaultSection: '业务工作',
      placeholder: '××',
    },
    departments: [],
    items: [],
    nils: [],
    heldBack: { inReview: 0, notPublic: 0 },
    cutOff: '2026-10-30T10:00:00.000Z',
    signedOn: '2026-10-30',
    version: 1,
    ...changes,
  };
}

export function makeItem(changes: Partial<ReportItem> = {}): ReportItem {
  return {
    id: 'i1',
    number: '202610-办公室-01',
    serial: 1,
    departmentIds: ['office'],
    section: '业务工作',
    title: '开展图件核对',
    body: '10月9日，办公室核对图件12幅。',
    date: '2026-10-09',
    late: false,
    revision: 1,
    cleared: true,
    ...changes,
  };
}

/** That an outlet printed an item. */
export function makeAdoption(
  item: Pick<ReportItem, 'id' | 'number' | 'title' | 'departmentIds'> = makeItem(),
  changes: Partial<ReportAdoption> = {},
): ReportAdoption {
  const { id: itemId, number, title, departmentIds } = item;
  return {
    itemId,
    number,
    title,
    departmentIds,
    outlet: '青禾日报',
    date: '2026-10-12',
    place: '',
    ...changes,
  };
}

export function makeDepartment(id: string, name: string, answers: readonly string[] = []): ReportDepartment {
  const known = DUTY_ANSWERS.filter((answer) => answers.includes(answer));
  const weeks = answers.map((answer, index) => ({
    week: WEEKS[index] ?? '2026-W45',
    answer: known.find((each) => each === answer) ?? 'missing',
  }));
  return { id, name, weeks };
}

export const office = makeDepartment('office', '办公室');

const departmentIds = ['d1', 'd2', 'd3', 'd4'] as const;

const anyDepartments = fc
  .tuple(
    ...departmentIds.map((id) =>
      fc.record({
        id: fc.constant<string>(id),
        name: fc.constantFrom('办公室', '规划科', '执法大队', '城关所').map((name) => `${name}${id}`),
        weeks: fc
          .array(fc.constantFrom(...DUTY_ANSWERS), { maxLength: 4 })
          .map((answers) => answers.map((answer, index) => ({ week: WEEKS[index] ?? WEEKS[0], answer }))),
      }),
    ),
  )
  .map((departments): ReportDepartment[] => departments);

/** An item with the given words. */
function anyItem(words: { title: fc.Arbitrary<string>; body: fc.Arbitrary<string> }) {
  return fc
    .record(
      {
        id: fc.uuid(),
        number: fc.constant('202610-规划科-03'),
        serial: fc.nat(999),
        departmentIds: fc.uniqueArray(fc.constantFrom<string>(...departmentIds), {
          minLength: 1,
          maxLength: 3,
        }),
        section: fc.constantFrom('理论学习', '业务工作', '基层服务方面'),
        ...words,
        date: fc.constant('2026-10-09'),
        late: fc.boolean(),
        revision: fc.integer({ min: 1, max: 9 }),
        cleared: fc.boolean(),
        place: fc.nat(9),
        leftOut: fc.constant<true>(true),
      },
      {
        requiredKeys: [
          'id',
          'number',
          'serial',
          'departmentIds',
          'section',
          'title',
          'body',
          'date',
          'late',
          'revision',
          'cleared',
        ],
      },
    )
    .map((item): ReportItem => item);
}

/** Random months whose figures all can differ. */
export const anyFacts = fc
  .record({
    departments: anyDepartments,
    adopted: fc.option(fc.array(fc.nat(7), { maxLength: 6 })),
    items: fc.array(anyItem({ title: fc.constant('标题'), body: fc.constant('正文。') }), { maxLength: 8 }),
    heldBack: fc.record({ inReview: fc.nat(9), notPublic: fc.nat(9) }),
  })
  .map(({ adopted, ...facts }) =>
    makeFacts({ ...facts, ...(adopted && { adoptions: adoptSome(facts.items, adopted) }) }),
  );

function adoptSome(items: readonly ReportItem[], which: readonly number[]): ReportAdoption[] {
  return which.flatMap((index) => items.slice(index, index + 1).map((item) => makeAdoption(item)));
}

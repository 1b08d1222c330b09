import { describe, expect, it } from 'vitest';
import {
  planRoster,
  ROSTER_COLUMNS,
  type RosterProblem,
} from '../../../src/domain/department/plan-roster.ts';

const departments = [
  { id: 'd1', name: '规划科', main: ['ou_1'], deputies: ['ou_2'] },
  { id: 'd2', name: '耕地科', main: [], deputies: [] },
];
const people = new Map([
  ['张三', ['ou_1']],
  ['李四', ['ou_2']],
  ['王五', ['ou_3']],
  ['重名', ['ou_4', 'ou_5']],
]);

const plan = (...rows: string[][]) =>
  planRoster({ rows: [[...ROSTER_COLUMNS], ...rows], departments, people });

describe('planRoster', () => {
  it('adds, renames and appoints, and leaves alone what is as it should be', () => {
    expect(
      plan(
        ['规划科', '', '张三', '李四'],
        ['耕地保护科', '耕地科', '王五'],
        [],
        ['法规科', '', '', '李四、王五'],
      ),
    ).toEqual({
      changes: [
        { kind: 'rename', department: '耕地保护科', from: '耕地科' },
        { kind: 'main', department: '耕地保护科', personId: 'ou_3' },
        { kind: 'add', department: '法规科' },
        { kind: 'deputy', department: '法规科', personId: 'ou_2' },
        { kind: 'deputy', department: '法规科', personId: 'ou_3' },
      ],
      problems: [],
    });
  });

  it('swaps a main correspondent and a deputy', () => {
    expect(plan(['规划科', '规划科', '李四', '张三 李四']).changes).toEqual([
      { kind: 'main', department: '规划科', personId: 'ou_2' },
      { kind: 'deputy', department: '规划科', personId: 'ou_1' },
    ]);
  });

  it.each<[string, string[][], RosterProblem]>([
    ['no name', [['', '', '张三']], { row: 2, code: 'no-name', value: '' }],
    ['a name that no number can carry', [['规划-科']], { row: 2, code: 'bad-name', value: '规划-科' }],
    ['a department twice', [['规划科'], [], ['规划科']], { row: 4, code: 'twice', value: '规划科' }],
    ['a new name that is taken', [['规划科', '耕地科']], { row: 2, code: 'taken', value: '规划科' }],
    ['an old name nobody has', [['新科', '旧科']], { row: 2, code: 'old-unknown', value: '旧科' }],
    [
      'an old name used twice',
      [
        ['甲科', '耕地科'],
        ['乙科', '耕地科'],
      ],
      { row: 3, code: 'old-unknown', value: '耕地科' },
    ],
    ['somebody who is not here', [['法规科', '', '赵六']], { row: 2, code: 'person-unknown', value: '赵六' }],
    [
      'a name that two bear',
      [['法规科', '', '', '重名']],
      { row: 2, code: 'person-ambiguous', value: '重名' },
    ],
  ])('tells %s by its row, and changes nothing for it', (_, rows, problem) => {
    const { changes, problems } = plan(...rows);

    expect(problems).toEqual([problem]);
    expect(changes.filter(({ department }) => department === problem.value || rows.length === 1)).toEqual([]);
  });
});

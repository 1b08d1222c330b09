import { countPoints, rankByPoints } from '../points/count-points.ts';
import { writePoints } from '../points/points-rule.ts';
import type { Gaps } from '../report/create-gaps.ts';
import { HOW_ADOPTED } from '../report/report-context.ts';
import type { CircularFacts } from './circular-facts.ts';
import type { CircularView } from './circular-view.ts';

const ADOPTED = { place: '二、各部门报送情况', what: '采用条数', how: HOW_ADOPTED };

/** The departments by points; nothing where the group counts none, as is usual. */
export function buildPoints(facts: CircularFacts, gaps: Gaps): CircularView['departments']['points'] {
  const { points = 'off' } = facts.settings;
  if (points === 'off') return { intro: '', rows: [] };
  return {
    intro:
      `积分情况如下表，按积分由高到低排列。${writePoints(points)}；` +
      '一条信息多次刊发按最高级别计一次，联合报送各部门分别计分。',
    rows: rankByPoints(countPoints(facts, points)).map((row, index) => ({
      serial: String(index + 1),
      department: row.name,
      submitted: String(row.submitted),
      adopted: gaps.figure(row.adopted, ADOPTED),
      points: String(row.points),
    })),
  };
}

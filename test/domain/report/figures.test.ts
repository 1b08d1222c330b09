import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReportView } from '../../../src/domain/report/build-view.ts';
import { summarizeMonth } from '../../../src/domain/report/summarize-month.ts';
import { anyFacts, makeDepartment, makeFacts, makeItem } from './make-facts.ts';

describe('figures', () => {
  it('are the same in the summary, the overview and the table, whatever the month', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const summary = summarizeMonth(facts);
        const view = buildReportView(facts);
        const { total, rows } = view.annexes.departments;
        const missing = summary.missing.reduce((sum, { weeks }) => sum + weeks.length, 0);
        expect(view.overview.at(-1)).toContain(
          `我局${summary.departments}个部门应报信息${summary.owed}周次，已报${summary.answered}周次` +
            `（其中零报告${summary.nil}周次），免报${summary.excused}周次，未报${missing}周次；` +
            `共报送宣传信息${summary.submitted}条，其中补报${summary.late}条、联合报送${summary.joint}条。`,
        );
        expect(total).toMatchObject({
          owed: String(summary.owed),
          answered: String(summary.answered),
          submitted: String(summary.submitted),
          late: String(summary.late),
          nil: String(summary.nil),
          excused: String(summary.excused),
          adopted: String(summary.adopted ?? '××'),
        });
        expect(summary.owed).toBe(summary.answered + summary.excused + missing);
        for (const column of ['owed', 'answered', 'nil', 'excused'] as const) {
          expect(rows.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(Number(total[column]));
        }
        expect(view.lead).toContain(`共报送宣传信息${summary.submitted}条`);
        expect(view.blocks.flatMap((block) => block.items)).toHaveLength(summary.submitted - summary.leftOut);
        expect(view.annexes.secrecy.rows).toHaveLength(summary.submitted - summary.leftOut);
        expect(view.annexes.nils.rows).toHaveLength(summary.nil + summary.excused);
        expect(summary.lateList).toHaveLength(summary.late);
      }),
    );
  });

  it('list who is missing and what came late by name', () => {
    const departments = [
      makeDepartment('office', '办公室', ['late', 'submitted']),
      makeDepartment('plan', '规划科', ['missing', 'nil', 'missing']),
    ];
    const items = [makeItem({ late: true, departmentIds: ['office', 'gone'] })];
    const summary = summarizeMonth(makeFacts({ departments, items }));
    expect(summary.missing).toEqual([{ department: '规划科', weeks: ['2026-W41', '2026-W43'] }]);
    expect(summary.lateList).toEqual([
      { number: '202610-办公室-01', title: '开展图件核对', departments: ['办公室', '××'] },
    ]);
  });
});

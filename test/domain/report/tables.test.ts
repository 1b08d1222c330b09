import { describe, expect, it } from 'vitest';
import { buildReportView } from '../../../src/domain/report/build-view.ts';
import { makeAdoption, makeDepartment, makeFacts, makeItem } from './make-facts.ts';

const departments = [makeDepartment('office', '办公室', ['submitted'])];
const item = makeItem();
const older = makeItem({ id: 'i0', number: '202609-办公室-01', title: '举办讲座' });

describe('the rate of adoption', () => {
  it('is the quotient of the columns beside it: an item counts once, however many outlets printed it', () => {
    const adoptions = [
      makeAdoption(item),
      makeAdoption(item, { outlet: '青禾电视台' }),
      makeAdoption(item, { place: '转载', date: '2026-10-15' }),
    ];
    const { departments: table } = buildReportView(
      makeFacts({ departments, items: [item], adoptions }),
    ).annexes;
    expect(table.total).toMatchObject({ submitted: '1', adopted: '1', rate: '100%' });
    expect(table.notes[1]).toMatch(/一条信息多次刊发计1条；采用率为采用条数除以报送条数。$/);
  });

  it('may be more than all where earlier items were printed, and then the table says why', () => {
    const adoptions = [makeAdoption(item), makeAdoption(older)];
    const { departments: table } = buildReportView(
      makeFacts({ departments, items: [item], adoptions }),
    ).annexes;
    expect(table.total).toMatchObject({ submitted: '1', adopted: '2', rate: '200%' });
    expect(table.notes[1]).toContain('刊发的含往期报送，故可超过100%。');
  });
});

describe('the list of what was printed', () => {
  it('has the level of an outlet that the directory knows, and asks for that of another', () => {
    const adoptions = [makeAdoption(item, { level: 'county' }), makeAdoption(item, { outlet: '青禾晚报' })];
    const view = buildReportView(makeFacts({ departments, items: [item], adoptions })).annexes;
    expect(view.adoptions.rows.map(({ outlet, level }) => `${outlet} ${level}`)).toEqual([
      '青禾日报 县级',
      '青禾晚报 ××',
    ]);
    expect(view.toFill.rows).toContainEqual(
      expect.objectContaining({
        place: '附件2',
        what: '青禾晚报的级别',
        how: expect.stringContaining('/媒体 新增'),
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { buildReportView } from '../../../src/domain/report/build-view.ts';
import { listToFill } from '../../../src/domain/report/list-to-fill.ts';
import { makeAdoption, makeDepartment, makeFacts, makeItem, office } from './make-facts.ts';

describe('lead', () => {
  it('tells period, total and unknown figures as placeholders in the first year', () => {
    const view = buildReportView(makeFacts({ departments: [office], items: [makeItem()] }));
    expect(view.title).toBe('青禾县自然资源局2026年10月宣传工作情况报告');
    expect(view.lead).toBe(
      '2026年10月1日至31日，我局各部门共报送宣传信息1条，被媒体采用××条；' +
        '上年同期报送××条，同比增减××条。现将我局10月宣传工作情况汇报如下：',
    );
  });

  it.each([
    [3, '同比减少2条'],
    [1, '同比持平'],
    [0, '同比增加1条'],
  ])('compares with %i a year before: %s', (submitted, words) => {
    const lastYear = { submitted, adopted: 0, byDepartment: {} };
    const view = buildReportView(
      makeFacts({ items: [makeItem()], adoptions: [makeAdoption(), makeAdoption()], lastYear }),
    );
    expect(view.lead).toContain(`采用1条；上年同期报送${submitted}条、采用0条，${words}。`);
  });

  it('prints the placeholder the group has chosen', () => {
    const facts = makeFacts({ items: [makeItem()] });
    const view = buildReportView({ ...facts, settings: { ...facts.settings, placeholder: '【待核】' } });
    expect(view.lead).toContain('采用【待核】条');
    expect(JSON.stringify(view)).not.toContain('××');
  });

  it('never prints an unknown figure as nothing', () => {
    const facts = makeFacts({ items: [makeItem()] });
    const view = buildReportView({ ...facts, settings: { ...facts.settings, placeholder: '' } });
    expect(view.lead).toContain('采用××条');
  });
});

describe('blocks', () => {
  it('follows the order of the sections, then those the bureau no longer has', () => {
    const sections = ['旧栏目', '业务工作', '理论学习', '业务工作'];
    const items = sections.map((section, index) => makeItem({ id: String(index), section }));
    const { blocks } = buildReportView(makeFacts({ departments: [office], items }));
    expect(blocks.map((block) => block.ordinal + block.heading)).toEqual([
      '（一）理论学习方面',
      '（二）业务工作方面',
      '（三）旧栏目方面',
    ]);
    expect(blocks[1]?.topic).toBe('本月共报送业务工作方面信息2条，报送部门为办公室。');
    expect(blocks[1]?.items.map((item) => item.lead.slice(0, 2))).toEqual(['一是', '二是']);
  });

  it('follows the lead: in the order of the desk, without what is left out of the text, all of it counted', () => {
    const items = [
      makeItem({ id: 'a', number: 'A', serial: 1, title: '甲' }),
      makeItem({ id: 'b', number: 'B', serial: 2, title: '乙', place: 1 }),
      makeItem({ id: 'c', number: 'C', serial: 3, title: '丙', leftOut: true }),
      makeItem({ id: 'd', number: 'D', serial: 4, title: '丁', section: '理论学习', leftOut: true }),
    ];
    const view = buildReportView(makeFacts({ departments: [office], items }));
    expect(view.blocks.map(({ heading }) => heading)).toEqual(['业务工作方面']);
    expect(view.blocks[0]?.items.map(({ lead }) => lead)).toEqual(['一是乙。', '二是甲。']);
    expect(view.blocks[0]?.topic).toBe('本月共报送业务工作方面信息3条，择要列入2条，报送部门为办公室。');
    expect(view.overview.at(-1)).toContain('共报送宣传信息4条');
    expect(view.overview.at(-1)).toContain('所报送信息经编辑择要，2条未列入正文。');
    expect(view.annexes.secrecy.rows.map(({ number }) => number)).toEqual(['A', 'B']);
    expect(view.annexes.secrecy.note).toContain(
      '本月经保密审查可公开2条，已列入本报告，经编辑择要未列入正文2条',
    );
  });

  it('does not say 方面 twice', () => {
    const { blocks } = buildReportView(makeFacts({ items: [makeItem({ section: '长效机制方面' })] }));
    expect(blocks[0]?.heading).toBe('长效机制方面');
  });

  it('keeps the paragraphs of a body and ends the last one as a sentence', () => {
    const item = makeItem({ title: '核对“一张图”。', body: '　　第一段，有 空格。\r\n\r\n第二段\u0007' });
    const { blocks } = buildReportView(makeFacts({ items: [item] }));
    expect(blocks[0]?.items[0]).toEqual({
      number: item.number,
      pictures: [],
      lead: '核对“一张图”。',
      text: '第一段，有 空格。',
      more: ['第二段。'],
    });
  });

  it('lets an item be only a title', () => {
    const { blocks } = buildReportView(makeFacts({ items: [makeItem({ body: ' \n ' })] }));
    expect(blocks[0]?.items[0]).toMatchObject({ lead: '开展图件核对。', text: '', more: [] });
  });

  it('names every department of a joint item', () => {
    const departments = [makeDepartment('office', '办公室'), makeDepartment('plan', '规划科')];
    const items = [makeItem({ departmentIds: ['plan', 'office'] })];
    const view = buildReportView(makeFacts({ departments, items }));
    expect(view.blocks[0]?.topic).toContain('报送部门为办公室、规划科。');
    expect(view.annexes.departments.rows.map((row) => row.submitted)).toEqual(['1', '1']);
    expect(view.annexes.departments.total.submitted).toBe('1');
    expect(view.annexes.departments.notes.at(-1)).toContain('（202610-办公室-01）');
  });
});

describe('problems and plans', () => {
  it('says what the figures show and nothing else', () => {
    const departments = [
      makeDepartment('office', '办公室', ['late', 'missing']),
      makeDepartment('plan', '规划科', ['missing', 'missing']),
    ];
    const items = [makeItem({ late: true })];
    const { problems } = buildReportView(makeFacts({ departments, items }));
    expect(problems.map((problem) => problem.ordinal + problem.text)).toEqual([
      '（一）信息报送的及时性需进一步提高。本月未报信息且未作零报告的共3周次（办公室1周、规划科2周）。',
      '（二）信息报送的时效性需进一步增强。本月逾期报送1周次（办公室1周），补报信息1条（办公室1条）。',
    ]);
  });

  it('says so when adoptions are registered and none is there', () => {
    const { problems } = buildReportView(makeFacts({ items: [makeItem()], adoptions: [] }));
    expect(problems[0]?.text).toBe('投稿用稿工作需进一步加强。本月报送信息1条，登记采用0条。');
  });

  it('says so when few are printed, but not when one in five is', () => {
    const items = Array.from({ length: 6 }, (_, index) => makeItem({ id: `i${index}` }));
    const problemsOf = (count: number) =>
      buildReportView(makeFacts({ items: items.slice(0, count), adoptions: [makeAdoption()] })).problems;
    expect(problemsOf(6)[0]?.text).toContain('本月报送信息6条，登记采用1条。');
    expect(problemsOf(5)[0]?.text).toContain('【请宣传负责人补充');
  });

  it('leaves one marked place when nothing shows', () => {
    const facts = makeFacts({ items: [makeItem()], adoptions: [makeAdoption()] });
    expect(buildReportView(facts).problems).toEqual([
      { ordinal: '（一）', text: '【请宣传负责人补充：本月工作中存在的问题】。' },
    ]);
  });

  it('plans for what is on record and leaves the rest to the lead', () => {
    const { plans } = buildReportView(makeFacts({ nextMonth: ['全国消防日', ' '] }));
    expect(plans.map((plan) => plan.ordinal + plan.heading)).toEqual([
      '（一）做好“全国消防日”宣传报送工作。',
      '（二）【请宣传负责人补充：下月其他重点工作】。',
    ]);
  });
});

describe('annexes', () => {
  it('keeps departments that sent nothing, and takes no share of nothing', () => {
    const departments = [makeDepartment('office', '办公室'), makeDepartment('plan', '规划科', ['missing'])];
    const items = ['a', 'b', 'c'].map((id) => makeItem({ id }));
    const adoptions = items.slice(0, 1).flatMap((item) => [makeAdoption(item), makeAdoption(item)]);
    const lastYear = { submitted: 0, byDepartment: { office: 0 } };
    const { rows, total } = buildReportView(makeFacts({ departments, items, adoptions, lastYear })).annexes
      .departments;
    expect(rows[0]).toMatchObject({ submitted: '3', adopted: '1', rate: '33.3%', lastYear: '0' });
    expect(rows[1]).toMatchObject({ owed: '1', answered: '0', submitted: '0', rate: '—', lastYear: '××' });
    expect(total).toMatchObject({ department: '合计', submitted: '3', adopted: '1', lastYear: '0' });
  });

  it('lists each adoption, and links only to the web', () => {
    const links = [
      'https://news.example/a?b=1',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'not an address',
    ];
    const adoptions = links.map((link) => makeAdoption(makeItem(), { link, place: '3版，转载' }));
    const { rows, note } = buildReportView(makeFacts({ adoptions })).annexes.adoptions;
    expect(rows.map((row) => row.link)).toEqual(['https://news.example/a?b=1', '', '', '']);
    expect(rows[0]).toMatchObject({ date: '2026年10月12日', outlet: '青禾日报（3版，转载）' });
    expect(note).toBe('');
  });

  it('counts what is printed in the month, whenever it was sent in', () => {
    const earlier = makeItem({ id: 'old', number: '202609-办公室-07' });
    const adoptions = [makeAdoption(earlier), makeAdoption(earlier, { outlet: '县融媒体中心' })];
    const { annexes, lead } = buildReportView(makeFacts({ departments: [office], adoptions }));
    expect(lead).toContain('共报送宣传信息0条，被媒体采用1条');
    expect(annexes.departments.rows[0]).toMatchObject({ submitted: '0', adopted: '1', rate: '—' });
    expect(annexes.adoptions.rows.map(({ number, departments }) => `${number} ${departments}`)).toEqual([
      '202609-办公室-07 办公室',
      '202609-办公室-07 办公室',
    ]);
  });

  it('says that nobody has registered what was printed, and that nothing was', () => {
    const noteOf = (facts: Parameters<typeof makeFacts>[0]) =>
      buildReportView(makeFacts(facts)).annexes.adoptions.note;
    expect(noteOf({})).toBe('本月用稿情况尚未登记。');
    expect(noteOf({ adoptions: [] })).toBe('本月没有登记用稿。');
  });

  it('lists nil reports with their reason and excused weeks with an open one', () => {
    const departments = [makeDepartment('office', '办公室', ['nil', 'excused', 'nil', 'submitted'])];
    const nils = [{ departmentId: 'office', week: '2026-W41', reason: '集中外业调查' }];
    const { rows } = buildReportView(makeFacts({ departments, nils })).annexes.nils;
    expect(rows.map((row) => [row.week, row.kind, row.reason])).toEqual([
      ['10月5日—10月11日', '零报告', '集中外业调查'],
      ['10月12日—10月18日', '免报', '××'],
      ['10月19日—10月25日', '零报告', '未说明'],
    ]);
  });

  it('counts what is held back and never prints it', () => {
    const view = buildReportView(makeFacts({ heldBack: { inReview: 2, notPublic: 1 } }));
    expect(view.annexes.secrecy.note).toContain('尚未审核通过2条、不宜公开或需报审1条，未列入本报告。');
    expect(view.overview.at(-1)).toContain(
      '另有尚未审核通过信息2条、不宜公开或需报审信息1条，未列入本报告。',
    );
  });

  it('shows the to-fill list in a draft only', () => {
    const facts = makeFacts({ items: [makeItem()] });
    expect(buildReportView(facts).enclosures.at(-1)).toEqual({ serial: '5', name: '待补清单' });
    const final = buildReportView(facts, 'final');
    expect(final.annexes.toFill.rows).toEqual([]);
    expect(final.enclosures).toHaveLength(4);
  });
});

describe('an empty month', () => {
  it('still is a report', () => {
    const view = buildReportView(makeFacts({ departments: [office] }));
    expect(view.lead).toContain('共报送宣传信息0条，被媒体采用××条');
    expect(view.blocks).toEqual([]);
    expect(view.nothing).toBe('本月各部门没有报送可列入的信息。');
    expect(view.annexes.departments.rows).toHaveLength(1);
  });
});

describe('to-fill list', () => {
  it('names every placeholder and slot with what fills it', () => {
    const departments = [makeDepartment('office', '办公室', ['excused'])];
    const facts = makeFacts({ departments, items: [makeItem({ body: '参加人数为xx人。' })] });
    const list = listToFill(facts, 'work-report');
    expect(list.map(({ place, what }) => `${place}：${what}`)).toEqual([
      '引言：采用条数',
      '引言：上年同期报送条数及同比',
      '一、工作推进情况：本月宣传工作的总体要求和主要成效',
      '202610-办公室-01：来稿中留有占位符',
      '二、存在问题：本月工作中存在的问题',
      '三、下一步工作打算：下月其他重点工作',
      '附件1：采用条数、采用率',
      '附件1：上年同期报送条数',
      '附件2：本月用稿情况',
      '附件3：免报原因',
    ]);
    expect(list.every(({ how }) => how !== '')).toBe(true);
  });

  it.each([
    ['a web address with xx in a word', 'foxxy', false],
    ['two small crosses', '共××人', true],
    ['stars', '第**期', true],
  ])('notices %s: %s', (_, body, noticed) => {
    const list = listToFill(makeFacts({ items: [makeItem({ body })] }), 'work-report');
    expect(list.some(({ what }) => what === '来稿中留有占位符')).toBe(noticed);
  });

  it('asks for the name of a department nobody knows and of a unit without one', () => {
    const facts = makeFacts({ items: [makeItem({ departmentIds: ['gone'] })] });
    const view = buildReportView({ ...facts, settings: { ...facts.settings, unitName: ' ' } });
    expect(view.title).toBe('××2026年10月宣传工作情况报告');
    expect(view.blocks[0]?.topic).toContain('报送部门为××。');
    expect(view.annexes.toFill.rows.map((row) => row.what)).toEqual(
      expect.arrayContaining(['单位名称', '部门名称']),
    );
  });
});

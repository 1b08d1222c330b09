import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '/报送 开展巡查｜11月17日，执法人员在城西片区开展巡查。';

async function reminder() {
  await office.moveTo('2026-11-20T10:01');
  return office.sandbox.messages(office.chat).find(({ text }) => /本周还有 \d+ 个部门未报/.test(text));
}

/** Each department of the compiled November: name, owed weeks with their answers. */
async function november(): Promise<readonly string[]> {
  await office.moveTo('2026-12-01T09:00');
  await office.ask('李负责', '/汇总 11月');
  const report = await office.bot.store.repos.reports.latest(office.chat, '2026-11');
  return (report?.facts.departments ?? []).map(({ name, weeks }) =>
    `${name} ${weeks.map(({ answer }) => answer).join(' ')}`.trim(),
  );
}

describe('departments that are merged', () => {
  it('become one that owes the week; those who reported for them are reminded', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.ask('登记科通讯员', '/本周无');
    await office.moveTo('2026-11-18T09:00');

    const answer = await office.ask('陈管理', '/部门 合并 规划科 耕地科 为 空间规划科');
    expect(answer).toContain('已合并：规划科、耕地科 → 空间规划科，自11月18日（周三）起');
    expect(answer).toContain('原通讯员一并转入：规划科通讯员、耕地科通讯员');

    const card = await reminder();
    expect(card?.text).toContain('本周还有 1 个部门未报');
    expect(card?.mentions).toEqual([office.person('规划科通讯员')]);
    await office.moveTo('2026-11-20T15:31');
    for (const name of ['规划科通讯员', '耕地科通讯员']) {
      const notice = await office.sandbox.awaitMessage(office.privately(name), () => true);
      expect(notice.text).toContain('空间规划科本周（11月16日—11月22日）');
    }
    const receipt = await office.ask('耕地科通讯员', ITEM);
    expect(receipt).toContain('202611-空间规划科-01');
    expect(await office.ask('陈管理', '/部门')).toMatch(/空间规划科[\s\S]*登记科[\s\S]*已关闭：[^\n]*规划科/);
    expect(await november()).toEqual([
      '规划科',
      '空间规划科 submitted missing',
      '耕地科',
      '登记科 nil missing',
    ]);
  });

  it('have answered the week with what one of them had sent before', async () => {
    office = await startOffice();
    await office.ask('耕地科通讯员', ITEM);
    await office.ask('陈管理', '/部门 合并 耕地科 到 规划科');

    expect(await office.ask('李负责', '/进度')).toContain('已报　1 个部门：规划科');
    expect(await reminder()).toBeUndefined();
  });

  it('stay what they are until the day that is given', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/部门 合并 规划科 耕地科 为 空间规划科 自11月23日起');

    expect(await office.ask('李负责', '/进度')).toContain('未报　2 个部门：规划科、耕地科');
    await office.moveTo('2026-11-23T09:00');
    expect(await office.ask('李负责', '/进度')).toContain('未报　1 个部门：空间规划科');
    expect(await november()).toEqual(['规划科 missing', '空间规划科 missing', '耕地科 missing']);
  });

  it('have to be named, with what they become', async () => {
    office = await startOffice();
    expect(await office.ask('陈管理', '/部门 合并 规划科 空间规划科')).toContain('两个以上的部门');
    expect(await office.ask('陈管理', '/部门 合并 规划科 规划科')).toContain('两个以上的部门');
    expect(await office.ask('陈管理', '/部门 合并 规划科 规划科 为 空间规划科')).toContain('两个以上的部门');
    expect(await office.ask('陈管理', '/部门 合并 规划科 执法科 为 空间规划科')).toContain(
      '没有找到部门“执法科”',
    );
    expect(await office.ask('陈管理', '/部门 合并 规划科 耕地科 为 空间/规划科')).toContain(
      '不能用作部门名称',
    );
    expect(await office.ask('李负责', '/进度')).toContain('未报　2 个部门：规划科、耕地科');
  });
});

describe('what a department owes', () => {
  it('is what the first of those merged owed, and each part of one that is split owes as much', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.ask('陈管理', '/部门 任务 规划科 2');
    await office.ask('陈管理', '/部门 任务 登记科 自愿');

    const merged = await office.ask('陈管理', '/部门 合并 规划科 耕地科 为 空间规划科');
    const split = await office.ask('陈管理', '/部门 拆分 登记科 为 登记一科 登记二科');
    expect(merged).toContain('每周任务仍为 2 条。原通讯员一并转入：规划科通讯员、耕地科通讯员');
    expect(split).toContain('仍为自愿报送。原通讯员一并转入：登记科通讯员');
    const list = await office.ask('陈管理', '/部门');
    expect(list).toContain('空间规划科　规划科通讯员、耕地科通讯员（每周 2 条）');
    expect(list).toContain('登记二科　登记科通讯员（自愿报送）');
    expect(await office.ask('李负责', '/进度')).toContain('应报 1 个部门');
  });
});

describe('a department that is split', () => {
  it('becomes several that owe each for itself, and are reported for by the same person at first', async () => {
    office = await startOffice();
    const answer = await office.ask('陈管理', '/部门 拆分 规划科 为 规划一科、规划二科');
    expect(answer).toContain('已拆分：规划科 → 规划一科、规划二科');
    await office.ask('规划科通讯员', `${ITEM}\n部门：规划一科`);

    expect(await office.ask('李负责', '/进度')).toContain('未报　2 个部门：规划二科、耕地科');
    const card = await reminder();
    expect(card?.mentions).toEqual([office.person('规划科通讯员'), office.person('耕地科通讯员')]);
    expect(await november()).toEqual([
      '规划科',
      '规划一科 submitted missing',
      '规划二科 missing missing',
      '耕地科 missing missing',
    ]);
  });

  it('may go on as one of its parts', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', ITEM);
    await office.ask('陈管理', '/部门 拆分 规划科 为 规划科 测绘科');

    const status = await office.ask('李负责', '/进度');
    expect(status).toContain('已报　1 个部门：规划科');
    expect(status).toContain('未报　2 个部门：测绘科、耕地科');
    expect(await office.ask('陈管理', '/部门 拆分 规划科 为 耕地科 登记科')).toContain('已经存在');
    expect(await office.ask('陈管理', '/部门 拆分 规划科')).toMatch(/缺少或不正确|两个以上/);
    expect(await office.ask('陈管理', '/审计 拆分')).toContain('拆分部门：规划科 → 规划科、测绘科');
  });
});

describe('a department that is renamed within the month', () => {
  it('stands in the report under the name of the month’s last day', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', ITEM);
    await office.moveTo('2026-11-25T09:00');
    await office.ask('陈管理', '/部门 改名 规划科 空间规划科');
    await office.ask('陈管理', '/部门 改名 耕地科 耕保科 自12月1日起');

    expect(await office.ask('李负责', '/进度 上周')).toContain('已报　1 个部门：空间规划科');
    expect(await november()).toEqual(['空间规划科 submitted missing', '耕地科 missing missing']);
    expect(await office.ask('李负责', '/进度')).toContain('耕保科');
  });
});

describe('a department that comes or goes within a week', () => {
  it('owes the week when it is there on its duty day', async () => {
    office = await startOffice();
    await office.moveTo('2026-11-20T09:00');
    await office.ask('陈管理', '/部门 新增 登记科');
    await office.ask('陈管理', '/部门 关闭 耕地科');
    expect(await office.ask('李负责', '/进度')).toContain('未报　2 个部门：规划科、登记科');

    await office.moveTo('2026-11-21T09:00');
    await office.ask('陈管理', '/部门 新增 测绘科');
    await office.ask('陈管理', '/部门 关闭 登记科');
    expect(await office.ask('李负责', '/进度')).toContain('未报　2 个部门：规划科、登记科');
  });
});

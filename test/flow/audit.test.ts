import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const log = (filter = '') => office.ask('陈管理', `/审计 ${filter}`);

describe('/audit', () => {
  it('tells what was changed, by whom and when, newest first, in names', async () => {
    await office.ask('陈管理', '/设置 群提醒时间 09:30');
    await office.ask('陈管理', '/设置 栏目 业务动态、综合工作、专栏');
    await office.ask('陈管理', '/部门 改名 耕地科 耕地保护科');

    const shown = await log();

    expect(shown).toMatch(/2026-11-16 09:0\d 陈管理 设置通讯员：规划科 规划科通讯员/);
    expect(shown).toContain('陈管理 修改设置：群提醒时间 10:00 → 09:30');
    expect(shown).toMatch(/修改设置：栏目 去掉 理论学习、.*，增加 专栏/);
    expect(shown).toContain('部门改名：耕地科 → 耕地保护科');
    expect(shown).toContain('设置角色：宣传负责人 李负责');
    expect(shown).toContain('启用提醒：2 个部门');
    expect(shown.indexOf('改名')).toBeLessThan(shown.indexOf('启用提醒'));
    expect(shown).not.toMatch(/ou_/);
  });

  it('is narrowed by number of lines, person, action and item', async () => {
    await office.ask('规划科通讯员', '/报送 开展巡查｜11月16日，我局在城西片区开展巡查。');
    await office.ask('规划科通讯员', '/撤回 #1 里面有一句要保密的话');
    await office.ask('陈管理', '/设置 补报周数 3');

    expect(await log('1')).toContain('最近 1 条');
    expect(await log('@规划科通讯员')).toContain('撤回信息：202611-规划科-01');
    expect(await log('@规划科通讯员')).toContain('设置通讯员：规划科 规划科通讯员');
    expect(await log('@规划科通讯员')).not.toContain('补报周数');
    expect(await log('#1')).toContain('最近 1 条');
    expect(await log('设置 修改')).toContain('看不懂“修改”');
    expect(await log('修改设置')).toContain('补报周数 2 → 3');
    expect(await log('催报')).toContain('没有符合条件');
    expect(await log()).not.toContain('要保密的话');
  });

  it('says what can be asked for, and is for admins', async () => {
    expect(await log('天气')).toContain('没有“天气”这类操作。可写条数、信息编号，或：修改设置、');
    expect(await log('#99')).toContain('没有找到');
    expect(await office.ask('李负责', '/审计')).toContain('需要管理员权限');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

describe('/outlets', () => {
  it('begins with the list of outlets.yaml, for everybody to see', async () => {
    office = await startOffice();

    const list = await office.ask('规划科通讯员', '/媒体');

    expect(list).toMatch(/媒体目录：\d+ 家/);
    expect(list).toContain('县融媒体中心（级别：县级；别名：县融媒、融媒体中心；格式：Word 和原图');
  });

  it('is changed by the lead: added, changed under any of its names, renamed, removed', async () => {
    office = await startOffice();

    expect(
      await office.ask(
        '李负责',
        '/媒体 新增 青禾日报 市级 邮箱：tougao@example.com 格式：Word，800字 截稿：每周四 别名：日报社、青日',
      ),
    ).toContain(
      '青禾日报（级别：市级；别名：日报社、青日；地址：tougao@example.com；格式：Word，800字；截稿：每周四）',
    );
    expect(await office.ask('李负责', '/媒体 修改 青日 截稿：每周三 级别：省级')).toContain('级别：省级');
    expect(await office.ask('李负责', '/媒体 修改 青禾日报 名称：青禾新报')).toContain('已修改：青禾新报');
    expect(await office.ask('李负责', '/媒体 移除 局公众号')).toContain('已从媒体目录移除“局公众号”');

    const list = await office.ask('李负责', '/媒体');
    expect(list).toContain('青禾新报（级别：省级');
    expect(list).toContain('截稿：每周三');
    expect(list).not.toContain('青禾日报');
    expect(list).not.toContain('局公众号');
    expect(await office.ask('陈管理', '/审计')).toContain('修改媒体：青禾日报 → 青禾新报');
  });

  it('may be emptied, and does not fill itself again', async () => {
    office = await startOffice();
    const names = [...(await office.ask('李负责', '/媒体')).matchAll(/([^\s（）]+)（级别/g)].map(
      ([, name = '']) => name,
    );
    for (const name of names) await office.ask('李负责', `/媒体 移除 ${name}`);

    expect(names.length).toBeGreaterThan(3);
    expect(await office.ask('李负责', '/媒体')).toContain('媒体目录还是空的');
  });

  it.each([
    ['李负责', '新增', '请写明媒体名称'],
    ['李负责', '新增 青禾日报', '请写明级别'],
    ['李负责', '新增 青禾日报 级别：镇级', '请写明级别'],
    ['李负责', '新增 县融媒 县级', '“县融媒”已在媒体目录里'],
    ['李负责', '新增 青禾日报 市级 别名：公众号', '“公众号”已在媒体目录里'],
    ['李负责', `新增 ${'长'.repeat(31)} 市级`, '名称最长 30 字'],
    ['李负责', '修改 青禾日报 级别：省级', '媒体目录里没有“青禾日报”'],
    ['李负责', '修改 县融媒体中心', '没有看出要改什么'],
    ['李负责', '移除 青禾日报', '媒体目录里没有“青禾日报”'],
    ['规划科通讯员', '新增 青禾日报 市级', '只有宣传负责人可以操作'],
  ])('%s: %s is put right', async (who, text, answer) => {
    office = await startOffice();
    expect(await office.ask(who, `/媒体 ${text}`)).toContain(answer);
    expect(await office.ask(who, '/媒体')).not.toContain('青禾日报');
  });
});

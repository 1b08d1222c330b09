import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { writeTables } from '../../src/files/sheet/write-tables.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
  for (const name of ['张三', '李四', '王五']) office.person(name);
  await office.settled();
});
afterEach(() => office.stop());

const HEADER = ['部门', '原名称', '通讯员', '副通讯员'];

/** Sends a file in private and returns the bot's answer to it. */
async function sendFile(name: string, file: string, bytes: Uint8Array) {
  const chat = office.privately(name);
  const id = office.sandbox.sendFile(office.person(name), chat, { name: file, bytes });
  return office.sandbox.awaitMessage(chat, ({ parentId, senderId }) => parentId === id && senderId === 'bot');
}

const sendRoster = async (...rows: string[][]) =>
  sendFile('陈管理', '名单.xlsx', await writeTables([{ name: '名单', rows: [HEADER, ...rows] }]));

const confirm = (id: string) => office.sandbox.click(office.person('陈管理'), id, '确认导入');

describe('/import', () => {
  it('sends the roster as it is, to be written on and sent back', async () => {
    const told = await office.ask('陈管理', '导入', office.privately('陈管理'));
    const sent = await office.sandbox.awaitMessage(
      office.privately('陈管理'),
      ({ fileKey }) => fileKey !== undefined,
    );
    const file = office.sandbox.uploadedFile(sent.fileKey ?? '');

    expect(told).toContain('一行一个部门');
    expect(file?.name).toBe('部门通讯员名单.xlsx');
    expect(await readSheet(file?.bytes ?? new Uint8Array())).toEqual({
      ok: true,
      rows: [HEADER, ['规划科', '', '规划科通讯员'], ['耕地科', '', '耕地科通讯员']],
    });
    expect((await sendFile('陈管理', '名单.xlsx', file?.bytes ?? new Uint8Array())).text).toContain(
      '没有需要变更的内容',
    );
  });

  it('shows what would change, and changes it after the yes', async () => {
    const card = await sendRoster(
      ['规划科', '', '张三', '规划科通讯员'],
      ['耕地保护科', '耕地科', '', '李四'],
      ['法规科', '', '王五'],
      ['财务科', '', '钱七'],
    );
    const before = await office.ask('陈管理', '/部门 列表');
    const done = await confirm(card.id);
    const after = await office.ask('陈管理', '/部门 列表');

    expect(card.text).toContain('导入预览：6 处变更');
    expect(card.text).toContain('耕地科 → 耕地保护科');
    expect(card.text).toContain('第 5 行：群里没有“钱七”');
    expect(before).not.toContain('法规科');
    expect(done.toast?.content).toContain('已导入：6 处变更');
    expect(after).toMatch(/规划科\D*张三、规划科通讯员/);
    expect(after).toMatch(/耕地保护科\D*耕地科通讯员、李四/);
    expect(after).toMatch(/法规科\D*王五/);
    expect(after).not.toContain('财务科');
    expect(await office.ask('陈管理', '/审计 导入')).toContain('导入名单：3 个部门');
    expect((await confirm(card.id).catch(() => undefined))?.toast?.content ?? '').not.toContain('已导入');
  });

  it('shows the change anew when the roster has moved on, and forgets an older sheet', async () => {
    const first = await sendRoster(['法规科', '', '王五']);
    const second = await sendRoster(['法规科', '', '张三']);
    await office.ask('陈管理', '/部门 新增 法规科');

    expect((await confirm(first.id)).toast?.content).toContain('已经失效');
    expect((await confirm(second.id)).toast?.content).toContain('请重新核对');
    expect(await office.ask('陈管理', '/部门 列表')).toMatch(/法规科\D*未定通讯员/);
    const redrawn = office.sandbox.messages(office.privately('陈管理')).find(({ id }) => id === second.id);
    expect(redrawn?.text).toContain('导入预览：1 处变更');
    expect((await confirm(second.id)).toast?.content).toContain('已导入：1 处变更');
  });

  it('says why a sheet cannot be read', async () => {
    const broken = await sendFile('陈管理', '名单.xlsx', Buffer.from('not a sheet'));
    const long = await sendRoster(...Array.from({ length: 501 }, (_, i) => [`部门${i}`]));

    expect(broken.text).toContain('这个表格打不开');
    expect(long.text).toContain('名单最多 500 行');
  });

  it('is for admins, in private; any other file is no import', async () => {
    const roster = await writeTables([{ name: '名单', rows: [HEADER, ['法规科']] }]);
    const other = await writeTables([{ name: '名单', rows: [['姓名', '电话']] }]);

    expect((await sendFile('李负责', '名单.xlsx', roster)).text).not.toContain('导入预览');
    expect((await sendFile('陈管理', '通讯录.xlsx', other)).text).not.toContain('导入');
    expect((await sendFile('陈管理', '名单.docx', roster)).text).not.toContain('导入预览');
    expect(await office.ask('李负责', '/导入')).toContain('需要管理员权限');
    expect(await office.ask('陈管理', '/导入')).toContain('请私信我');
  });
});

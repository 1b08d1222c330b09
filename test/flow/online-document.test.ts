import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ departments: ['规划科'], settings: { onlineDocument: true } });
});
afterEach(() => office.stop());

const RIGHT_MISSING = {
  status: 400,
  code: 99991672,
  msg: 'Access denied. One of the following scopes is required: [docs:document:import, drive:drive].',
};

async function compile(): Promise<void> {
  await office.ask('李负责', '/汇总 11月');
  await office.settled();
}

/** Planned for a moment later counts as well: what waits for the platform. */
async function untilQuiet(): Promise<void> {
  await expect
    .poll(async () => {
      const { due, later } = await office.bot.store.repos.outbox.depth();
      return due + later;
    })
    .toBe(0);
}

const texts = (where = office.chat) => office.sandbox.messages(where).map(({ text }) => text);
const links = () => texts().filter((text) => text.includes('在线文档（全群可看）'));
const files = () => office.sandbox.messages(office.chat).filter(({ type }) => type === 'file');
const callsTo = (path: RegExp) =>
  office.sandbox.calls.filter((call) => call.method === 'POST' && path.test(call.path)).length;

describe('an online document', () => {
  it('follows the Word file with a link, open to the group', async () => {
    await compile();
    await untilQuiet();

    const [document, ...others] = office.sandbox.documents();
    expect(others).toEqual([]);
    expect(document?.name).toBe('青禾县自然资源局2026年11月工作报告（第1版）');
    expect([...(document?.sharedWith ?? [])]).toEqual([office.chat]);
    expect(links()).toEqual([expect.stringContaining('青禾县自然资源局2026年11月工作报告（第1版）')]);
    const sent = office.sandbox.messages(office.chat).slice(-2);
    expect(sent.map(({ type }) => type)).toEqual(['file', 'post']);
    expect(JSON.stringify(sent[1]?.content)).toContain(document?.url);
  });

  it('is made once, through faults and a restart', async () => {
    const off = office.sandbox.faults.add({ path: /permissions\/.*\/members/, kind: 'server-error' });
    await compile();
    await expect.poll(() => office.sandbox.documents().length).toBe(1);
    await office.restart();
    office.sandbox.faults.add({ path: /import_tasks\//, method: 'GET', kind: 'server-error', times: 1 });
    off();
    await untilQuiet();

    expect(office.sandbox.documents()).toHaveLength(1);
    expect(callsTo(/import_tasks$/)).toBe(1);
    expect(links()).toHaveLength(1);
  });

  it('without the right is told to the admin once, with what to add, and never holds up the file', async () => {
    office.sandbox.faults.add({ path: /import_tasks$/, kind: RIGHT_MISSING });
    await compile();
    await untilQuiet();
    await compile();
    await untilQuiet();

    expect(files()).toHaveLength(2);
    const told = texts(office.privately('陈管理')).filter((text) => text.includes('缺少权限'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /docs:document\.media:upload、docs:document:import、docs:permission\.member:create/,
    );
    expect(told[0]).toContain('/设置 在线文档 关');
    expect(links()).toEqual([]);
  });

  it('that the platform cannot make is told in a line', async () => {
    office.sandbox.faults.add({
      path: /import_tasks$/,
      kind: { status: 400, code: 1069909, msg: 'too many requests for this file' },
    });
    await compile();
    await untilQuiet();

    expect(files()).toHaveLength(1);
    expect(texts().at(-1)).toContain('在线文档没有生成（平台答复 1069909），Word 文件不受影响');
  });

  it('is made for groups that want it alone', async () => {
    expect(await office.ask('陈管理', '/设置 在线文档 关')).toContain('在线文档：开 → 关');
    await compile();
    await untilQuiet();

    expect(files()).toHaveLength(1);
    expect(callsTo(/drive/)).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/main/create-bot.ts';
import { type Office, startOffice } from '../support/start-office.ts';

const DEPARTMENTS = ['规划科', '耕地科', '执法科', '登记科'];
const EACH = 5;

let office: Office;
let second: Bot;
beforeAll(async () => {
  office = await startOffice({ departments: DEPARTMENTS, database: 'postgres', transport: 'websocket' });
  second = await office.addReplica();
});
afterAll(() => office.stop());

describe('two bots on one database, each with a long connection', () => {
  it('answer each message once, in the order of its chat', async () => {
    expect(office.sandbox.longConnections.count).toBe(2);
    const said = DEPARTMENTS.map((department) => {
      const name = `${department}通讯员`;
      const chat = office.privately(name);
      const say = (n: number) =>
        office.sandbox.say(
          office.person(name),
          chat,
          `/报送 第${n}次检查｜11月16日，${department}第${n}次检查。`,
        );
      return { chat, ids: Array.from({ length: EACH }, (_, n) => say(n + 1)) };
    });
    for (const { chat, ids } of said) {
      for (const id of ids) await office.sandbox.awaitMessage(chat, ({ parentId }) => parentId === id);
    }
    await office.settled();

    for (const { chat, ids } of said) {
      const answers = office.sandbox.messages(chat).filter(({ senderId }) => senderId === 'bot');
      expect(answers.map(({ parentId }) => parentId)).toEqual(ids);
    }
    const items = await second.store.repos.items.ofMonth(office.chat, '2026-11');
    const serials = items.map(({ serial }) => serial).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: DEPARTMENTS.length * EACH }, (_, n) => n + 1));
  });

  it('send the file of a report that either of them made', async () => {
    await office.ask('李负责', '/汇总 2026-11');
    await office.sandbox.awaitMessage(office.chat, ({ type }) => type === 'file');
    const blob = (await second.store.repos.reports.latest(office.chat, '2026-11'))?.blob ?? '';
    expect(
      Buffer.from(await second.store.repos.blobs.get(blob))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('go on when one of them stops', async () => {
    await second.stop();
    await expect.poll(() => office.sandbox.longConnections.count).toBe(1);
    expect(await office.ask('规划科通讯员', '/进度')).toContain('已全部报齐');
  });
});

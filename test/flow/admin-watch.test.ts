import { afterEach, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

function told(text: string, name = '陈管理') {
  return office.sandbox.messages(office.privately(name)).filter((message) => message.text.includes(text));
}

it('tells the admins once of what died, and of no death twice', async () => {
  office = await startOffice();
  await office.bot.store.repos.outbox.add({
    key: 'letter',
    groupId: office.chat,
    target: { kind: 'chat', chatId: 'oc_00000000000000000000000000000000' },
    message: { kind: 'card', card: { tone: 'info', title: '送不到的卡片', blocks: [] } },
  });
  office.bot.workers.wake();
  await office.settled();

  await office.moveTo('2026-11-16T20:00');
  expect(told('没能送达')).toHaveLength(0);
  await office.moveTo('2026-11-17T08:31');
  await office.restart();
  await office.moveTo('2026-11-17T12:00');

  const [note, ...others] = told('没能送达');
  expect(others).toHaveLength(0);
  expect(note?.text).toContain('1 条消息没能送达：卡片“送不到的卡片”');

  await office.moveTo('2026-11-18T08:31');
  expect(told('没能送达')).toHaveLength(1);
});

it('tells the admins each working day of a disk that is filling up, until there is room', async () => {
  let freeBytes = 0.4e9;
  office = await startOffice({ disk: () => ({ freeBytes, totalBytes: 100e9 }) });

  await office.moveTo('2026-11-17T08:31');
  await office.moveTo('2026-11-17T15:00');
  expect(told('磁盘空间不足')).toHaveLength(1);
  expect(told('磁盘空间不足')[0]?.text).toContain('0.4 GB');
  expect(told('磁盘空间不足', '李负责')).toHaveLength(0);
  await office.moveTo('2026-11-18T08:31');
  expect(told('磁盘空间不足')).toHaveLength(2);

  freeBytes = 40e9;
  await office.moveTo('2026-11-19T08:31');
  expect(told('磁盘空间不足')).toHaveLength(2);
});

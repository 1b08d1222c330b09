import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pictures } from '../support/pictures.ts';
import { type Office, startOffice } from '../support/start-office.ts';

const WHO = '规划科通讯员';
let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.stop());

function isOnDisk(bytes: Buffer): boolean {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return existsSync(join(office.folder, 'blobs', hash.slice(0, 2), hash));
}

async function submitWith(...images: readonly Buffer[]) {
  const paragraphs = [['/报送 开展巡查｜11月16日，县局开展巡查。'], ...images.map((image) => [{ image }])];
  const id = office.sandbox.sayPost(office.person(WHO), office.chat, { paragraphs });
  await office.sandbox.awaitMessage(office.chat, (m) => m.parentId === id && m.senderId === 'bot');
  await expect.poll(() => office.bot.store.repos.attachments.open(), { timeout: 20_000 }).toBe(0);
  await office.settled();
}

it('files of a withdrawn item go after half a year, and no bytes that another item has', async () => {
  await submitWith(pictures.png, pictures.jpeg);
  await submitWith(pictures.jpeg);
  await office.ask(WHO, '/撤回 #1');
  expect([isOnDisk(pictures.png), isOnDisk(pictures.jpeg)]).toEqual([true, true]);

  await office.moveTo('2027-04-01T09:00');
  expect(isOnDisk(pictures.png)).toBe(true);
  await office.moveTo('2027-06-01T09:00');

  expect([isOnDisk(pictures.png), isOnDisk(pictures.jpeg)]).toEqual([false, true]);
  const { items, attachments } = office.bot.store.repos;
  const item = await items.find(office.chat, { serial: 1 });
  const left = await attachments.ofItem(item?.id ?? '');
  expect(left.map(({ state, reason }) => `${state} ${reason}`)).toEqual(['failed expired', 'failed expired']);
  expect(await office.ask(WHO, '/查看 #1')).toContain('已按保存期限删除');
  expect(await office.ask(WHO, '/历史 #1')).toContain('撤回');
});

it('bytes that two items had go when both are withdrawn', async () => {
  await submitWith(pictures.webp);
  await submitWith(pictures.webp);
  for (const ref of ['#3', '#4']) await office.ask(WHO, `/撤回 ${ref}`);
  expect(isOnDisk(pictures.webp)).toBe(true);
  await office.moveTo('2027-12-20T09:00');
  expect(isOnDisk(pictures.webp)).toBe(false);
});

import { afterEach, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

it('sees on the next day who left while it could not be reached', async () => {
  office = await startOffice({ transport: 'webhook' });
  office.sandbox.connectWebhook('http://127.0.0.1:1/webhook/event');
  office.sandbox.leave(office.chat, office.person('耕地科通讯员'));
  await office.sandbox.pushesSettled();
  office.sandbox.connectWebhook(`${office.url}/webhook/event`);

  await office.moveTo('2026-11-17T09:00');
  await office.ask('规划科通讯员', '/进度');
  await office.moveTo('2026-11-20T10:01');

  const reminder = office.sandbox.messages(office.chat).find(({ text }) => text.includes('部门未报'));
  expect(reminder?.text).toContain('耕地科通讯员');
  expect(reminder?.mentions).toEqual([office.person('规划科通讯员')]);
});

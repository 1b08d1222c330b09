import { afterEach, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '召开耕地保护推进会｜11月16日，我局在县政务中心召开推进会，局长出席。';

/** Says something, the answer to which the platform takes and then seems to lose for over an hour. */
async function sayIntoOutage(text: string, path: RegExp): Promise<string> {
  const { sandbox } = office;
  sandbox.faults.add({ path, method: 'POST', kind: 'accept-then-drop', times: 1 });
  sandbox.faults.add({ path, method: 'POST', kind: 'server-error' });
  const id = sandbox.say(office.person('规划科通讯员'), office.chat, text);
  await expect
    .poll(() => sandbox.calls.filter((call) => path.test(call.path) && call.status !== 200).length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(2);
  sandbox.faults.clear();
  // The sandbox forgets uuids after an hour of its clock, as the platform does.
  await office.moveTo('2026-11-16T10:30');
  await expect
    .poll(async () => (await office.bot.store.repos.outbox.depth()).due, { timeout: 20_000 })
    .toBe(0);
  await office.settled();
  return id;
}

function answersTo(id: string) {
  return office.sandbox
    .messages(office.chat)
    .filter(({ parentId, senderId }) => parentId === id && senderId === 'bot');
}

it.each([
  ['a receipt, which is a card', `/报送 ${ITEM}`],
  ['a line of text', '/本周无 本周集中培训'],
])('does not send %s a second time when the first went out over an hour ago', async (_, text) => {
  office = await startOffice();
  const id = await sayIntoOutage(text, /\/reply$/);
  expect(answersTo(id)).toHaveLength(1);
});

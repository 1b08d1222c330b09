import { afterEach, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

it('takes an item from a message to the report', async () => {
  office = await startOffice();

  const receipt = await office.ask('规划科通讯员', '/报送 我局召开耕地保护推进会｜11月16日，我局在县政务中心召开推进会，局长出席。');
  expect(receipt).toContain('202611-规划科-01');

  expect(await office.ask('耕地科通讯员', '/本周无')).toContain('零报告');
  const status = await office.ask('李负责', '/进度');
  expect(status).toContain('规划科');
  const answer = await office.askForMessage('李负责', '/汇总 2026-11');
  console.log(answer.text);
  await office.settled();
  console.log(office.sandbox.transcript([office.chat]));
});

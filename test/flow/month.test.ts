import { afterEach, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '我局召开耕地保护推进会｜11月16日，我局在县政务中心召开推进会，部署四季度工作。';

it('takes an item from a message to the Word file', async () => {
  office = await startOffice();

  const receipt = await office.ask('规划科通讯员', `/报送 ${ITEM}`);
  await office.ask('耕地科通讯员', '/本周无');
  const card = await office.ask('李负责', '/汇总 2026-11');

  expect(receipt).toContain('202611-规划科-01（#1）');
  expect(receipt).toContain('2026-W47（11月16日—11月22日）；信息计入2026年11月');
  expect(card).toContain('2026年11月工作报告 第 1 版');
  expect(card).toContain('已报 2，应报 2');
  const text = await readDocx(await uploadedReport());
  expect(text).toContain('青禾县自然资源局2026年11月宣传工作情况报告');
  expect(text).toContain('11月16日，我局在县政务中心召开推进会，部署四季度工作。');
});

it('makes no second version while the file of the first is on its way, and holds up nobody else', async () => {
  office = await startOffice();
  await office.ask('规划科通讯员', `/报送 ${ITEM}`);
  office.sandbox.faults.add({ path: /\/im\/v1\/files/, kind: 'server-error' });

  await office.ask('李负责', '/汇总 11月');

  expect(await office.ask('李负责', '/汇总 11月')).toContain('正在生成');
  expect(await office.ask('李负责', '/进度')).toContain('规划科');
});

it('says what is different since the last version', async () => {
  office = await startOffice();
  await office.ask('规划科通讯员', `/报送 ${ITEM}`);
  await office.ask('李负责', '/汇总 11月');
  await office.settled();
  await office.ask('耕地科通讯员', '/报送 开展执法巡查｜11月16日，执法人员在城西片区开展巡查。');

  const card = await office.ask('李负责', '/汇总 11月');

  expect(card).toContain('第 2 版');
  expect(card).toContain('新增 202611-耕地科-01');
});

async function uploadedReport(): Promise<Uint8Array> {
  const message = await office.sandbox.awaitMessage(office.chat, ({ type }) => type === 'file');
  const file = office.sandbox.uploadedFile(message.fileKey ?? '');
  if (file === undefined) throw new Error('the report was not uploaded');
  return file.bytes;
}

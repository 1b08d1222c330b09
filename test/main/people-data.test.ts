import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { anonymize, exportPerson } from '../../src/main/people-data.ts';
import { type OperatorStore, openOperatorStore } from '../../src/store/operator-store.ts';
import { type Office, startOffice } from '../support/start-office.ts';

/** The operator's own store on the database of a bot that runs. */
let office: Office;
let store: OperatorStore;
let folder: string;
let gone: string;

const ADMIN = '陈管理';
const GONE = '规划科通讯员';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'people-data-'));
  office = await startOffice();
  gone = office.person(GONE);
  const other = office.sandbox.createGroup('另一个群');
  office.sandbox.join(other, gone);
  office.sandbox.addBot(other, gone);
  await office.ask(GONE, '/报送 开展巡查｜11月16日，县局开展巡查。');
  await office.settled();
  store = await openOperatorStore(office.databaseUrl, systemClock);
});
afterAll(async () => {
  await store.close();
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('is handed out as a spreadsheet that its owner alone can read, never over another file', async () => {
  const about = {
    groupId: office.chat,
    id: gone,
    out: join(folder, 'person.xlsx'),
    locale: 'zh-CN',
  } as const;

  const [said] = await exportPerson(store, about);

  expect(said).toContain(`about ${gone}`);
  expect(statSync(about.out).mode & 0o777).toBe(0o600);
  const parts = Object.values(unzipSync(readFileSync(about.out))).map((bytes) => strFromU8(bytes));
  for (const words of ['总览', '报送的信息', '通讯员任职', '报送时间', '开展巡查']) {
    expect(parts.join('')).toContain(words);
  }
  await expect(exportPerson(store, about)).rejects.toThrow('cannot be written');
  await expect(exportPerson(store, { ...about, groupId: 'oc_1' })).rejects.toThrow('holds nothing about');
});

it('of somebody in several groups is made anonymous here alone, once it is confirmed', async () => {
  expect(await office.ask(ADMIN, `/审计 匿名 @${GONE}`)).toContain('请联系服务器管理员');
  const about = { id: gone, locale: 'zh-CN' } as const;

  const asked = await anonymize(store, { ...about, yes: false });
  expect(asked.join('\n')).toContain('报送的信息 1 条');
  expect(asked.at(-1)).toContain('nothing was changed');
  expect(await office.ask('李负责', '/历史 #1')).toContain(GONE);

  const done = await anonymize(store, { ...about, yes: true });
  expect(done[0]).toContain('is 已匿名人员-1 from now on, in 2 groups');
  expect(done[1]).toBe('规划科: nobody reports for it any more');
  expect(await office.ask('李负责', '/历史 #1')).not.toContain(GONE);
  const log = await office.ask(ADMIN, '/审计 2');
  expect(log).toContain('服务器管理员 个人信息匿名：已匿名人员-1');
  expect(log).toContain('服务器管理员 导出个人信息：已匿名人员-1');
  await expect(anonymize(store, { ...about, yes: true })).rejects.toThrow('is not known here');
});

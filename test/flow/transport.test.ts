import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxMessage } from '../../sandbox/start-sandbox.ts';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice, type Transport } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展耕地巡查｜11月16日，执法人员在城西片区开展耕地巡查。';
const isFile = ({ type }: SandboxMessage) => type === 'file';
const TRANSPORTS: readonly Transport[] = ['webhook', 'websocket'];

describe.each(TRANSPORTS)('over the %s', (transport) => {
  it('an item goes from a message to the Word file', async () => {
    office = await startOffice({ transport });

    const receipt = await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    const card = await office.ask('李负责', '/汇总 2026-11');

    expect(receipt).toContain('202611-规划科-01（#1）');
    expect(card).toContain('2026年11月工作报告 第 1 版');
    const { fileKey } = await office.sandbox.awaitMessage(office.chat, isFile, 30_000);
    const text = await readDocx(office.sandbox.uploadedFile(fileKey ?? '')?.bytes ?? Buffer.alloc(0));
    expect(text).toContain('执法人员在城西片区开展耕地巡查');
  });

  it('a press on 启用 is answered to the one who pressed, and announced to the group', async () => {
    office = await startOffice({ transport });
    const { sandbox } = office;
    const admin = office.person('陈管理');
    const group = sandbox.createGroup('第二工作群');
    sandbox.join(group, admin);
    sandbox.addBot(group, admin);
    const welcome = await sandbox.awaitMessage(group, ({ senderId }) => senderId === 'bot');

    const tooEarly = await sandbox.click(admin, welcome.id, '启用');
    await office.ask('陈管理', '/部门 新增 执法队', group);
    const done = await sandbox.click(admin, welcome.id, '启用');

    expect(tooEarly.toast).toMatchObject({ type: 'warning' });
    expect(done.toast).toMatchObject({ type: 'success' });
    const announced = await sandbox.awaitMessage(group, ({ text }) => text.includes('已启用'));
    expect(announced.senderId).toBe('bot');
  });

  it('a reminder asks its question on a card and takes the answer', async () => {
    office = await startOffice({ transport });
    await office.ask('李负责', '/催报 立即');
    await office.settled();

    const question = await office.askForMessage('李负责', '/催报 立即');
    const refused = await office.sandbox.click(office.person('规划科通讯员'), question.id, '再提醒一次');
    const done = await office.sandbox.click(office.person('李负责'), question.id, '再提醒一次');

    expect(refused.toast?.content).toContain('只有');
    expect(done.toast?.content).toContain('已提醒 2 个部门');
  });

  it('what is pushed twice counts once', async () => {
    office = await startOffice({ transport });
    office.sandbox.pushFaults.duplicate = 1;

    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.settled();

    expect(await office.bot.store.repos.inbox.depth()).toMatchObject({ open: 0 });
    const receipts = office.sandbox
      .messages(office.chat)
      .filter(({ text }) => text.includes('202611-规划科-'));
    expect(receipts).toHaveLength(1);
  });

  it('what is said while the bot is down arrives when it is back', async () => {
    office = await startOffice({ transport });
    let said = '';

    await office.restart(() => {
      said = office.sandbox.say(office.person('规划科通讯员'), office.chat, `/报送 ${ITEM}`);
    });

    const receipt = await office.sandbox.awaitMessage(office.chat, ({ parentId }) => parentId === said);
    expect(receipt.text).toContain('202611-规划科-01');
  });
});

describe('the web server beside a long connection', () => {
  const readiness = async () => {
    const response = await fetch(`${office.url}/readyz`);
    return { status: response.status, ...((await response.json()) as object) };
  };

  it('has no webhook, but tells how the connection is', async () => {
    office = await startOffice({ transport: 'websocket' });

    const pushed = await fetch(`${office.url}/webhook/event`, { method: 'POST', body: '{}' });

    expect(pushed.status).toBe(404);
    expect(await readiness()).toMatchObject({ status: 200, ok: true, detail: { connection: 'connected' } });
  });

  it('does not mind a line that is being mended', async () => {
    office = await startOffice({ transport: 'websocket' });

    office.sandbox.longConnections.faults.refuse = 1000040350;
    office.sandbox.longConnections.drop();
    await expect
      .poll(readiness, { timeout: 20_000 })
      .toMatchObject({ status: 200, detail: { connection: 'failed' } });
    office.sandbox.longConnections.faults.refuse = undefined;

    await expect.poll(readiness, { timeout: 20_000 }).toMatchObject({ detail: { connection: 'connected' } });
  });
});

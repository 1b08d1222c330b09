import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { StoredEvent } from '../../src/domain/message/inbound.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createLarkPlatform } from '../../src/lark/create-platform.ts';
import { openRequest } from '../../src/lark/open-request.ts';
import { type RunningServer, startServer } from './support/running-server.ts';

let sandbox: Sandbox;
let server: RunningServer;
let accepted: StoredEvent[];
let failures: number;

beforeEach(async () => {
  sandbox = await startSandbox({ repushDelaysMs: [10, 10] });
  accepted = [];
  failures = 0;
  const { appId, encryptKey, verificationToken, botOpenId: botId } = sandbox.app;
  server = await startServer({
    open: (raw, headers) =>
      openRequest({ raw, headers }, { appId, encryptKey, verificationToken, botId }, sandbox.clock.now()),
    accept: async (event) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('disk full');
      }
      accepted.push(event);
    },
    click: async ({ action, data, form }) => ({
      tone: 'success',
      notice: `${action} ${data.item} ${Object.keys(form).length}`,
      card: { tone: 'success', title: '已通过', blocks: [] },
    }),
  });
  sandbox.connectWebhook(`${server.url}/webhook/event`);
});
afterEach(async () => {
  await sandbox.stop();
  await server.stop(0);
});

function groupOfOne() {
  const person = sandbox.createPerson('张三');
  const group = sandbox.createGroup('宣传工作群');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  return { person, group };
}

describe('a platform that pushes', () => {
  it('finds the address good', async () => {
    expect(await sandbox.verifyWebhook()).toBe(true);
  });

  it('delivers what people do', async () => {
    const { person, group } = groupOfOne();
    const asked = sandbox.say(person, group, '@bot /报送 修路｜完成');
    sandbox.sendFile(person, group, { name: '总结.docx', bytes: Buffer.from('x') });
    sandbox.recall(asked);
    sandbox.leave(group, person);
    sandbox.removeBot(group, person);
    await sandbox.pushesSettled();
    expect(accepted.map(({ kind }) => kind).toSorted()).toEqual(
      ['bot-added', 'bot-removed', 'member-left', 'message', 'message', 'recall'].toSorted(),
    );
    expect(accepted.find(({ kind }) => kind === 'bot-added')).toMatchObject({
      chatId: group,
      operatorId: person,
    });
    expect(accepted).toContainEqual(
      expect.objectContaining({
        messageId: asked,
        senderId: person,
        text: '@_user_1 /报送 修路｜完成',
        mentions: [expect.objectContaining({ isBot: true, personId: sandbox.app.botOpenId })],
      }),
    );
    expect(accepted).toContainEqual(
      expect.objectContaining({
        attachments: [expect.objectContaining({ kind: 'file', name: '总结.docx' })],
      }),
    );
  });

  it('delivers again what could not be stored', async () => {
    const { person, group } = groupOfOne();
    await sandbox.pushesSettled();
    failures = 2;
    const asked = sandbox.say(person, group, '@bot /帮助');
    await sandbox.pushesSettled();
    expect(accepted.filter((event) => event.kind === 'message')).toMatchObject([{ messageId: asked }]);
  });

  it('gets its clicks answered, on a card that the bot has sent', async () => {
    const { person, group } = groupOfOne();
    const { appId, appSecret } = sandbox.app;
    const platform = createLarkPlatform({ appId, appSecret, domain: sandbox.url, logger: silentLogger });
    const card = {
      tone: 'info',
      title: '待审',
      blocks: [{ kind: 'buttons', buttons: [{ label: '通过', action: 'approve', data: { item: '7' } }] }],
    } as const;
    const { messageId } = await platform.send({ kind: 'chat', chatId: group }, { kind: 'card', card }, 'u1');
    expect(await sandbox.click(person, messageId, '通过')).toMatchObject({
      toast: { type: 'success', content: 'approve 7 0' },
    });
    expect(sandbox.messages(group).at(-1)?.text).toContain('已通过');
  });
});

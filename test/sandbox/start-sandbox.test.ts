import { adaptExpress, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { openSandbox, sdkClient } from './support.ts';

/** A bot made of nothing but the SDK: answers every message by quoting it. */
async function startEchoBot(sandbox: Sandbox): Promise<void> {
  const { app } = sandbox;
  const client = sdkClient(sandbox);
  const dispatcher = new EventDispatcher({
    encryptKey: app.encryptKey,
    verificationToken: app.verificationToken,
    loggerLevel: LoggerLevel.error,
  }).register({
    'im.message.receive_v1': async ({ message }) => {
      const { text } = JSON.parse(message.content) as { text: string };
      await client.im.v1.message.reply({
        path: { message_id: message.message_id },
        data: { msg_type: 'text', content: JSON.stringify({ text: `收到：${text}` }) },
      });
      return {};
    },
  });
  const web = express();
  web.use(express.json());
  web.use('/webhook/event', adaptExpress(dispatcher, { autoChallenge: true }));
  const server = web.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  sandbox.connectWebhook(`http://127.0.0.1:${port}/webhook/event`);
}

test('the SDK, knowing nothing of the sandbox, passes the address check, hears a message and answers it', async () => {
  const sandbox = await openSandbox();
  await startEchoBot(sandbox);
  expect(await sandbox.verifyWebhook()).toBe(true);

  const group = sandbox.createGroup('宣传工作群');
  const person = sandbox.createPerson('张三');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  const said = sandbox.say(person, group, '@bot 你好');

  const answer = await sandbox.awaitMessage(group, ({ senderId }) => senderId === 'bot');
  expect(answer).toMatchObject({ parentId: said, text: '收到：@_user_1 你好', mentions: [] });
  await sandbox.pushesSettled();
  expect(sandbox.pushLog.map(({ eventType, acknowledged }) => [eventType, acknowledged])).toEqual([
    ['im.chat.member.bot.added_v1', true],
    ['im.message.receive_v1', true],
  ]);
  expect(sandbox.calls.map(({ method, path, code }) => [method, path, code])).toEqual([
    ['POST', '/open-apis/auth/v3/tenant_access_token/internal', 0],
    ['POST', `/open-apis/im/v1/messages/${said}/reply`, 0],
  ]);
});

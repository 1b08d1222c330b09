import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../sandbox/start-sandbox.ts';

it('what is said in passing is told of, and cannot be looked at later', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.stop());
  const person = sandbox.createPerson('林通讯');
  const chat = sandbox.createGroup('工作群');
  sandbox.join(chat, person);
  const heard: string[] = [];
  sandbox.watchChanges((change) => {
    if (change.kind === 'message') heard.push(change.message.text);
  });

  const kept = sandbox.say(person, chat, '留下');
  sandbox.say(person, chat, '不留', { fleeting: true });

  expect(heard).toEqual(['留下', '不留']);
  expect(sandbox.messages(chat).map(({ id }) => id)).toEqual([kept]);
});

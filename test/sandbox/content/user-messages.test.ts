import { expect, test } from 'vitest';
import { openSandbox } from '../support.ts';

/** A group of 张三, 张三丰 and 李四 with the bot; messages by 李四. */
async function openGroup() {
  const sandbox = await openSandbox();
  const group = sandbox.createGroup('群');
  const [zhang, long, li] = ['张三', '张三丰', '李四'].map((name) => sandbox.createPerson(name)) as [
    string,
    string,
    string,
  ];
  for (const id of [zhang, long, li]) sandbox.join(group, id);
  sandbox.addBot(group, li);
  const say = (text: string) => {
    const id = sandbox.say(li, group, text);
    return sandbox.messages(group).find((message) => message.id === id);
  };
  return { sandbox, group, zhang, long, li, say };
}

test('names after an @ become mentions, the longest name first', async () => {
  const { zhang, long, say } = await openGroup();
  expect(say('@张三丰 @张三，请@王五看')).toMatchObject({
    content: { text: '@_user_1 @_user_2，请@王五看' },
    text: '@张三丰 @张三，请@王五看',
    mentions: [long, zhang],
    mentionList: [
      { key: '@_user_1', id: long, name: '张三丰', isBot: false },
      { key: '@_user_2', id: zhang, name: '张三', isBot: false },
    ],
  });
});

test('the bot is mentioned as bot or by its name', async () => {
  const { sandbox, say } = await openGroup();
  const bot = sandbox.app.botOpenId;
  expect(say(`@bot @${sandbox.app.botName} 帮助`)?.mentions).toEqual([bot, bot]);
});

test('everyone stands in the text as a literal and in no list', async () => {
  const { say } = await openGroup();
  expect(say('@所有人 开会')).toMatchObject({
    content: { text: '@_all 开会' },
    text: '@所有人 开会',
    mentions: ['all'],
    mentionList: [],
  });
});

test('a post numbers its mentions through and keeps links and titles', async () => {
  const { sandbox, group, zhang, long, li } = await openGroup();
  sandbox.sayPost(li, group, {
    title: '标题',
    paragraphs: [['@张三 看'], [{ href: 'https://a.cn', label: '链接' }, ' @张三丰']],
  });
  expect(sandbox.messages(group)).toMatchObject([
    {
      content: {
        title: '标题',
        content: [
          [
            { tag: 'at', user_id: '@_user_1' },
            { tag: 'text', text: ' 看' },
          ],
          [
            { tag: 'a', text: '链接', href: 'https://a.cn' },
            { tag: 'text', text: ' ' },
            { tag: 'at', user_id: '@_user_2' },
          ],
        ],
      },
      text: '标题\n@张三 看\n链接 @张三丰',
      mentions: [zhang, long],
    },
  ]);
});

test('who is not in a chat cannot write there, nor answer across chats', async () => {
  const { sandbox, group, li, say } = await openGroup();
  const outsider = sandbox.createPerson('外人');
  expect(() => sandbox.say(outsider, group, 'x')).toThrow(/is not in/);
  const said = say('群里')?.id ?? '';
  expect(() => sandbox.say(li, sandbox.privateChat(li), 'x', { replyTo: said })).toThrow(/another chat/);
});

test('awaitMessage finds what is there, waits for what comes, and tells what it saw when nothing does', async () => {
  const { sandbox, group, li, say } = await openGroup();
  say('已经在了');
  expect((await sandbox.awaitMessage(group, ({ text }) => text.startsWith('已经'))).text).toBe('已经在了');
  const coming = sandbox.awaitMessage(group, ({ text }) => text === '来了');
  sandbox.say(li, group, '来了');
  expect((await coming).text).toBe('来了');
  await expect(sandbox.awaitMessage(group, () => false, 20)).rejects.toThrow(/within 20 ms[\s\S]*来了/);
});

test('messages handed out stay as they were', async () => {
  const { sandbox, group, say } = await openGroup();
  const before = say('原文');
  sandbox.edit(before?.id ?? '', '改过');
  expect(before?.text).toBe('原文');
  expect(sandbox.messages(group)).toMatchObject([{ text: '改过', updatedCount: 1 }]);
});

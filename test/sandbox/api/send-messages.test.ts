import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantAt } from '../../../src/kernel/clock.ts';
import { openScene, refusal, send } from '../support.ts';

const NINE = instantAt(Temporal.PlainDate.from('2026-11-20'), '09:00');
const text = (words: string) => JSON.stringify({ text: words });

describe('sending', () => {
  test('a text goes to a chat and comes back as the platform describes it', async () => {
    const { sandbox, client, group } = await openScene({ startAt: NINE });
    const { data } = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: group, msg_type: 'text', content: text('大家好') },
    });
    expect(data).toMatchObject({
      msg_type: 'text',
      chat_id: group,
      deleted: false,
      updated: false,
      sender: { id: sandbox.app.appId, id_type: 'app_id', sender_type: 'app' },
      body: { content: text('大家好') },
    });
    expect(data?.message_id).toMatch(/^om_\w+$/);
    expect(Number(data?.create_time)).toBeGreaterThanOrEqual(NINE.epochMilliseconds);
    expect(Number(data?.create_time)).toBeLessThan(NINE.epochMilliseconds + 60_000);
    expect(sandbox.messages(group)).toMatchObject([{ senderId: 'bot', type: 'text', text: '大家好' }]);
  });

  test('a message to a person goes to the one private chat with them', async () => {
    const { sandbox, client, person } = await openScene();
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: person, msg_type: 'text', content: text('请报送') },
    });
    expect(sent.data?.chat_id).toBe(sandbox.privateChat(person));
    expect(sandbox.messages(sandbox.privateChat(person))).toHaveLength(1);
  });

  test('a reply keeps the root of its thread', async () => {
    const { sandbox, client, group, person } = await openScene();
    const asked = sandbox.say(person, group, '问');
    const reply = (id: string) =>
      client.im.v1.message.reply({
        path: { message_id: id },
        data: { msg_type: 'text', content: text('答') },
      });
    const first = (await reply(asked)).data;
    const second = (await reply(first?.message_id ?? '')).data;
    expect(first).toMatchObject({ root_id: asked, parent_id: asked });
    expect(second).toMatchObject({ root_id: asked, parent_id: first?.message_id });
  });

  test('mentions in a text are told by person, and everyone as all', async () => {
    const { sandbox, client, group, person } = await openScene();
    await send(client, group, 'text', {
      text: `<at user_id="${person}">张三</at> 请看 <at user_id="all"></at> <at user_id="ou_nobody">某人</at>`,
    });
    const [message] = sandbox.messages(group);
    expect(message).toMatchObject({
      content: { text: '@_user_1 请看 @_all 某人' },
      text: '@张三 请看 @所有人 某人',
      mentions: [person, 'all'],
    });
  });
});

describe('a uuid', () => {
  const create = (client: Awaited<ReturnType<typeof openScene>>['client'], group: string, uuid: string) =>
    client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: group, msg_type: 'text', content: text('一次'), uuid },
    });

  test('repeated within the hour returns the first message and creates none', async () => {
    const { sandbox, client, group } = await openScene({ startAt: NINE });
    const first = await create(client, group, 'u-1');
    sandbox.clock.moveTo(NINE.add({ minutes: 59 }));
    const again = await create(client, group, 'u-1');
    expect(again.data?.message_id).toBe(first.data?.message_id);
    expect(sandbox.messages(group)).toHaveLength(1);
    expect(sandbox.uuidRepeats).toBe(1);
  });

  test('counts for an hour of the sandbox clock only', async () => {
    const { sandbox, client, group } = await openScene({ startAt: NINE });
    await create(client, group, 'u-1');
    sandbox.clock.moveTo(NINE.add({ minutes: 61 }));
    await create(client, group, 'u-1');
    expect(sandbox.messages(group)).toHaveLength(2);
    expect(sandbox.uuidRepeats).toBe(0);
  });

  test('of parallel sends only one counts', async () => {
    const { sandbox, client, group } = await openScene();
    await Promise.all(Array.from({ length: 8 }, () => create(client, group, 'u-1')));
    expect(sandbox.messages(group)).toHaveLength(1);
    expect(sandbox.uuidRepeats).toBe(7);
  });

  test('of more than 50 characters is refused', async () => {
    const { client, group } = await openScene();
    await create(client, group, 'u'.repeat(50));
    expect((await refusal(create(client, group, 'u'.repeat(51)))).code).toBe(230001);
  });
});

describe('refused are', () => {
  const cases: [string, number, string, unknown][] = [
    ['an unknown type', 230001, 'poem', { text: 'x' }],
    ['an empty text', 230001, 'text', { text: '' }],
    ['a text over 150 KB', 230025, 'text', { text: 'x'.repeat(150 * 1024) }],
    [
      'a post over 30 KB',
      230025,
      'post',
      { zh_cn: { content: [[{ tag: 'text', text: '字'.repeat(10_240) }]] } },
    ],
    ['a card over 30 KB', 230025, 'interactive', { schema: '2.0', header: { title: 'x'.repeat(30 * 1024) } }],
    ['a file that was never uploaded', 230017, 'file', { file_key: 'file_v3_none' }],
    ['a card that is none', 230099, 'interactive', { schema: '1.0' }],
    [
      'a post with a bad link',
      230001,
      'post',
      { zh_cn: { content: [[{ tag: 'a', text: 'x', href: 'javascript:1' }]] } },
    ],
    [
      'a post that mentions nobody',
      230001,
      'post',
      { zh_cn: { content: [[{ tag: 'at', user_id: 'ou_x' }]] } },
    ],
  ];
  test.each(cases)('%s (%i)', async (_what, code, type, content) => {
    const { sandbox, client, group } = await openScene();
    expect(await refusal(send(client, group, type, content))).toMatchObject({ status: 400, code });
    expect(sandbox.messages(group)).toEqual([]);
  });

  test('content that is no JSON', async () => {
    const { client, group } = await openScene();
    const sent = client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: group, msg_type: 'text', content: '大家好' },
    });
    expect((await refusal(sent)).code).toBe(230001);
  });

  test('a chat without the bot (230002), and ids that are none (230001)', async () => {
    const { sandbox, client, group, person } = await openScene();
    sandbox.removeBot(group, person);
    expect((await refusal(send(client, group, 'text', { text: 'x' }))).code).toBe(230002);
    expect((await refusal(send(client, 'oc_unknown', 'text', { text: 'x' }))).code).toBe(230001);
    expect((await refusal(send(client, '../x', 'text', { text: 'x' }))).code).toBe(230001);
  });

  test('an answer to a recalled message (230011) and to none (230001)', async () => {
    const { sandbox, client, group, person } = await openScene();
    const said = sandbox.say(person, group, '撤回我');
    sandbox.recall(said);
    const reply = (id: string) =>
      client.im.v1.message.reply({
        path: { message_id: id },
        data: { msg_type: 'text', content: text('答') },
      });
    expect((await refusal(reply(said))).code).toBe(230011);
    expect((await refusal(reply('om_unknown'))).code).toBe(230001);
  });
});

test('a post is stored without its locale, mentions as placeholders, and read line by line', async () => {
  const { sandbox, client, group, person } = await openScene();
  await send(client, group, 'post', {
    zh_cn: {
      title: '通报',
      content: [
        [
          { tag: 'text', text: '请 ' },
          { tag: 'at', user_id: person },
          { tag: 'text', text: ' 尽快，<at user_id="all"></at> 不是提及' },
        ],
        [{ tag: 'a', text: '链接', href: 'https://example.com/x' }],
      ],
    },
  });
  const [message] = sandbox.messages(group);
  expect(message?.mentions).toEqual([person]);
  expect(message?.text).toBe('通报\n请 @张三 尽快，<at user_id="all"></at> 不是提及\n链接');
  expect(message?.content).toMatchObject({
    title: '通报',
    content: [[{}, { tag: 'at', user_id: '@_user_1' }, {}], [{}]],
  });
});

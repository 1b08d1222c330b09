import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instantAt } from '../../../src/kernel/clock.ts';
import { openScene, refusal, send } from '../support.ts';

const NINE = instantAt(Temporal.PlainDate.from('2026-11-20'), '09:00');

test('a message read back tells sender, text, mentions and parent', async () => {
  const { sandbox, client, group, person } = await openScene();
  const first = sandbox.say(person, group, '第一条');
  const second = sandbox.say(person, group, '@bot @张三 /报送', { replyTo: first });
  const { data } = await client.im.v1.message.get({ path: { message_id: second } });
  expect(data?.items).toHaveLength(1);
  expect(data?.items?.[0]).toMatchObject({
    message_id: second,
    root_id: first,
    parent_id: first,
    msg_type: 'text',
    deleted: false,
    updated: false,
    chat_id: group,
    sender: { id: person, id_type: 'open_id', sender_type: 'user' },
    body: { content: JSON.stringify({ text: '@_user_1 @_user_2 /报送' }) },
    mentions: [
      { key: '@_user_1', id: sandbox.app.botOpenId },
      { key: '@_user_2', id: person, name: '张三' },
    ],
  });
});

test('recalled and edited messages say so, a recalled one without its text', async () => {
  const { sandbox, client, group, person } = await openScene();
  const edited = sandbox.say(person, group, '原文');
  sandbox.edit(edited, '改过的');
  const recalled = sandbox.say(person, group, '别看');
  sandbox.recall(recalled);
  const read = async (id: string) =>
    (await client.im.v1.message.get({ path: { message_id: id } })).data?.items?.[0];
  expect(await read(edited)).toMatchObject({ updated: true, body: { content: '{"text":"改过的"}' } });
  const gone = await read(recalled);
  expect(gone).toMatchObject({ deleted: true });
  expect(gone?.body).toBeUndefined();
});

test('a card is simplified unless its own JSON is asked for', async () => {
  const { client, group } = await openScene();
  const card = {
    schema: '2.0',
    header: { title: { tag: 'plain_text', content: '回执' } },
    body: { elements: [{ tag: 'markdown', content: '**已收到**' }] },
  };
  const id = await send(client, group, 'interactive', card);
  const read = async (params: { card_msg_content_type?: 'user_card_content' }) => {
    const got = await client.request({ method: 'GET', url: `/open-apis/im/v1/messages/${id}`, params });
    return JSON.parse(got.data.items[0].body.content);
  };
  expect(await read({})).toEqual({
    title: '回执',
    elements: [[{ tag: 'text', text: '回执' }], [{ tag: 'text', text: '已收到' }]],
  });
  expect(await read({ card_msg_content_type: 'user_card_content' })).toEqual(card);
});

test('history goes by second, both ends included, in the order asked for, in pages', async () => {
  const { sandbox, client, group, person } = await openScene({ startAt: NINE });
  const ids = Array.from({ length: 7 }, (_, index) => {
    if (index > 0) sandbox.clock.moveTo(NINE.add({ minutes: index }));
    return sandbox.say(person, group, `第 ${index} 条`);
  });
  const at = (minute: number) => String(NINE.epochMilliseconds / 1000 + minute * 60);
  const list = async (params: { sort_type: 'ByCreateTimeAsc' | 'ByCreateTimeDesc'; page_token?: string }) =>
    (
      await client.im.v1.message.list({
        params: {
          container_id_type: 'chat',
          container_id: group,
          start_time: at(1),
          end_time: at(5),
          page_size: 3,
          ...params,
        },
      })
    ).data;

  const page = await list({ sort_type: 'ByCreateTimeAsc' });
  expect(page?.items?.map(({ message_id: id }) => id)).toEqual(ids.slice(1, 4));
  expect(page?.has_more).toBe(true);
  const rest = await list({ sort_type: 'ByCreateTimeAsc', page_token: page?.page_token ?? '' });
  expect(rest?.items?.map(({ message_id: id }) => id)).toEqual(ids.slice(4, 6));
  expect(rest?.has_more).toBe(false);
  const back = await list({ sort_type: 'ByCreateTimeDesc' });
  expect(back?.items?.map(({ message_id: id }) => id)).toEqual([ids[5], ids[4], ids[3]]);
});

test.each([
  ['a page of 51', { page_size: 51 }],
  ['a made-up page token', { page_token: 'x' }],
  ['a time in milliseconds', { start_time: '1763600400000' }],
])('history refuses %s', async (_what, params) => {
  const { client, group } = await openScene();
  const list = client.im.v1.message.list({
    params: { container_id_type: 'chat', container_id: group, ...params },
  });
  expect((await refusal(list)).code).toBe(230001);
});

test('nothing is shown of a chat the bot has left', async () => {
  const { sandbox, client, group, person } = await openScene();
  const said = sandbox.say(person, group, '内部');
  sandbox.removeBot(group, person);
  expect((await refusal(client.im.v1.message.get({ path: { message_id: said } }))).code).toBe(230002);
});

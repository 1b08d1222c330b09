import { expect, test } from 'vitest';
import { openScene, refusal } from '../support.ts';

test('a chat tells its name, kind and whether everyone may be mentioned', async () => {
  const { sandbox, client, group, person } = await openScene();
  const read = async (id: string) => (await client.im.v1.chat.get({ path: { chat_id: id } })).data;
  expect(await read(group)).toMatchObject({
    name: '宣传工作群',
    chat_mode: 'group',
    user_count: '1',
    at_all_permission: 'all_members',
  });
  expect(await read(sandbox.privateChat(person))).toMatchObject({ chat_mode: 'p2p' });
  const quiet = sandbox.createGroup('静默群', { atAllAllowed: false });
  sandbox.addBot(quiet, person);
  expect(await read(quiet)).toMatchObject({ at_all_permission: 'only_owner' });
});

test('members come in pages, people only', async () => {
  const { sandbox, client, group, person } = await openScene();
  const others = Array.from({ length: 44 }, (_, index) => sandbox.createPerson(`职工${index}`));
  for (const id of others) sandbox.join(group, id);
  const seen: string[] = [];
  let token: string | undefined;
  do {
    const { data } = await client.im.v1.chatMembers.get({
      path: { chat_id: group },
      params: { page_size: 20, ...(token === undefined ? {} : { page_token: token }) },
    });
    expect(data?.member_total).toBe(45);
    seen.push(...(data?.items ?? []).map(({ member_id: id }) => id ?? ''));
    token = data?.has_more === true ? data.page_token : undefined;
  } while (token !== undefined);
  expect(seen).toEqual([person, ...others]);
});

test('a chat without the bot is closed (232011), one that is none unknown (232006)', async () => {
  const { sandbox, client } = await openScene();
  const foreign = sandbox.createGroup('别的群');
  const members = (id: string) => client.im.v1.chatMembers.get({ path: { chat_id: id } });
  expect((await refusal(members(foreign))).code).toBe(232011);
  expect((await refusal(members('oc_none'))).code).toBe(232006);
});

test('people are found one by one, in batches, and by name only', async () => {
  const { sandbox, client, person } = await openScene();
  const second = sandbox.createPerson('李四');
  const one = await client.contact.v3.user.get({
    path: { user_id: person },
    params: { user_id_type: 'open_id' },
  });
  expect(one.data?.user).toMatchObject({ open_id: person, name: '张三' });
  const batch = await client.contact.v3.user.batch({ params: { user_ids: [person, 'ou_nobody', second] } });
  expect(batch.data?.items?.map(({ name }) => name)).toEqual(['张三', '李四']);
  const names = await client.contact.v3.user.basicBatch({ data: { user_ids: [second] } });
  expect(names.data?.users).toMatchObject([{ user_id: second, name: '李四' }]);
  expect((await refusal(client.contact.v3.user.get({ path: { user_id: 'ou_nobody' } }))).code).toBe(41050);
  const many = Array.from({ length: 51 }, () => person);
  expect((await refusal(client.contact.v3.user.batch({ params: { user_ids: many } }))).code).toBe(230001);
});

test('the bot learns who it is', async () => {
  const { sandbox, client } = await openScene();
  const info = await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
  expect(info).toMatchObject({ code: 0, bot: { open_id: sandbox.app.botOpenId, activate_status: 2 } });
});

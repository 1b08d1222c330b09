import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantAt } from '../../../src/kernel/clock.ts';
import { openScene, refusal, send } from '../support.ts';

const NINE = instantAt(Temporal.PlainDate.from('2026-11-20'), '09:00');
const card = (words: string, config: object = { update_multi: true }) => ({
  schema: '2.0',
  config,
  body: { elements: [{ tag: 'markdown', content: words }] },
});

describe('redrawing a card', () => {
  test('shows the new one under the same id', async () => {
    const { sandbox, client, group } = await openScene();
    const id = await send(client, group, 'interactive', card('待审'));
    await client.im.v1.message.patch({
      path: { message_id: id },
      data: { content: JSON.stringify(card('已过')) },
    });
    expect(sandbox.messages(group)).toMatchObject([{ id, text: '已过', updatedCount: 1 }]);
  });

  test.each([
    ['after 14 days (230031)', 230031, card('新')],
    ['with a bad card (230099)', 230099, { schema: '2.0', body: { elements: [{ tag: 'note' }] } }],
    ['with one that is not shared (230001)', 230001, card('新', {})],
    ['over 30 KB (230025)', 230025, card('x'.repeat(31_000))],
  ])('is refused %s', async (what, code, next) => {
    const { sandbox, client, group } = await openScene({ startAt: NINE });
    const id = await send(client, group, 'interactive', card('旧'));
    sandbox.clock.moveTo(NINE.add({ hours: what.includes('14 days') ? 14 * 24 + 1 : 13 * 24 }));
    const patch = client.im.v1.message.patch({
      path: { message_id: id },
      data: { content: JSON.stringify(next) },
    });
    expect((await refusal(patch)).code).toBe(code);
    expect(sandbox.messages(group)).toMatchObject([{ text: '旧', updatedCount: 0 }]);
  });
});

describe('editing', () => {
  test('changes a text of the bot twenty times, no more', async () => {
    const { sandbox, client, group } = await openScene();
    const id = await send(client, group, 'text', { text: '一' });
    const edit = (words: string) =>
      client.im.v1.message.update({
        path: { message_id: id },
        data: { msg_type: 'text', content: JSON.stringify({ text: words }) },
      });
    for (let count = 1; count <= 20; count += 1) await edit(`第 ${count} 次`);
    expect((await refusal(edit('太多'))).code).toBe(230072);
    expect(sandbox.messages(group)).toMatchObject([{ text: '第 20 次', updatedCount: 20 }]);
  });

  test('is not for cards, nor for what people wrote', async () => {
    const { sandbox, client, group, person } = await openScene();
    const edit = (id: string) =>
      client.im.v1.message.update({
        path: { message_id: id },
        data: { msg_type: 'text', content: '{"text":"x"}' },
      });
    expect((await refusal(edit(await send(client, group, 'interactive', card('卡'))))).code).toBe(230054);
    expect(await refusal(edit(sandbox.say(person, group, '我的')))).toMatchObject({ status: 400 });
  });
});

test('the bot recalls its own message, once, and never one of a person', async () => {
  const { sandbox, client, group, person } = await openScene();
  const id = await send(client, group, 'text', { text: '错了' });
  await client.im.v1.message.delete({ path: { message_id: id } });
  expect(sandbox.messages(group)).toMatchObject([{ id, recalled: true }]);
  expect((await refusal(client.im.v1.message.delete({ path: { message_id: id } }))).code).toBe(230011);
  const said = sandbox.say(person, group, '我的');
  expect(await refusal(client.im.v1.message.delete({ path: { message_id: said } }))).toMatchObject({
    status: 400,
  });
});

test('a reaction is kept with its message', async () => {
  const { sandbox, client, group, person } = await openScene();
  const said = sandbox.say(person, group, '请看');
  const react = (emoji: string) =>
    client.im.v1.messageReaction.create({
      path: { message_id: said },
      data: { reaction_type: { emoji_type: emoji } },
    });
  expect((await react('DONE')).data?.reaction_id).toMatch(/^\w+$/);
  expect(sandbox.messages(group)).toMatchObject([{ reactions: ['DONE'] }]);
  expect((await refusal(react('not an emoji'))).code).toBe(230001);
});

import { AESCipher } from '@larksuiteoapi/node-sdk';
import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../../sandbox/start-sandbox.ts';
import { deadUrl, openReceiver, openScene, type Received, type Response, send } from '../support.ts';

const plain = (content: string) => ({ tag: 'plain_text', content });
const button = (label: string, traits: object = {}) => ({ tag: 'button', text: plain(label), ...traits });
const callback = (value: object) => ({ behaviors: [{ type: 'callback', value }] });
const cardOf = (...elements: object[]) => ({
  schema: '2.0',
  config: { update_multi: true },
  body: { elements },
});

const FORM = cardOf({
  tag: 'form',
  name: 'submit_form',
  elements: [
    { tag: 'input', name: 'title', required: true, max_length: 10 },
    { tag: 'input', name: 'body', default_value: '' },
    { tag: 'date_picker', name: 'date', initial_date: '2026-11-20' },
    {
      tag: 'select_static',
      name: 'section',
      options: [
        { text: plain('政策宣传'), value: 'policy' },
        { text: plain('活动'), value: 'event' },
      ],
    },
    button('提交', { name: 'send', form_action_type: 'submit', ...callback({ action: 'submit' }) }),
    button('清空', { name: 'reset', form_action_type: 'reset' }),
  ],
});

/** A group with a card of the bot in it, and a server that answers clicks. */
async function openCard(card: object, respond: () => Response, options: SandboxOptions = {}) {
  const scene = await openScene(options);
  const receiver = await openReceiver(respond);
  const id = await send(scene.client, scene.group, 'interactive', card);
  scene.sandbox.connectWebhook(receiver.url);
  const press = (label: string, form?: Record<string, unknown>) =>
    scene.sandbox.click(scene.person, id, label, form);
  return { ...scene, id, press, received: receiver.received };
}

function decrypt(key: string, got: Received | undefined) {
  const { encrypt } = JSON.parse(got?.body ?? '') as { encrypt: string };
  return JSON.parse(new AESCipher(key).decrypt(encrypt)) as { header: Record<string, string>; event: object };
}

const answer = (body: unknown) => () => ({ status: 200, body: JSON.stringify(body) });

test('a click reaches the bot with who, what and where, and its answer is shown and applied', async () => {
  const next = cardOf({ tag: 'markdown', content: '已通过' });
  const { sandbox, group, person, id, press, received } = await openCard(
    cardOf(button('通过', callback({ action: 'approve', item: '137' }))),
    answer({ toast: { type: 'success', content: '已通过' }, card: { type: 'raw', data: next } }),
  );
  expect(await press('通过')).toEqual({ toast: { type: 'success', content: '已通过' }, card: next });
  expect(sandbox.messages(group)).toMatchObject([{ id, text: '已通过', updatedCount: 1 }]);

  const { header, event } = decrypt(sandbox.app.encryptKey, received[0]);
  expect(header).toMatchObject({
    event_type: 'card.action.trigger',
    token: sandbox.app.verificationToken,
    app_id: sandbox.app.appId,
  });
  expect(header.create_time).toMatch(/^\d{16}$/);
  expect(event).toMatchObject({
    operator: { open_id: person },
    action: { tag: 'button', value: { action: 'approve', item: '137' } },
    host: 'im_message',
    context: { open_message_id: id, open_chat_id: group },
  });
});

test('a form is sent whole: what was typed, what was pre-filled, empty texts; unset choices are left out', async () => {
  const { sandbox, press, received } = await openCard(FORM, answer({}));
  expect(await press('提交', { title: '标题' })).toEqual({});
  const { event } = decrypt(sandbox.app.encryptKey, received[0]);
  expect(event).toMatchObject({
    action: {
      tag: 'button',
      name: 'send',
      value: { action: 'submit' },
      form_value: { title: '标题', body: '', date: '2026-11-20 +0800' },
    },
  });
  expect(JSON.stringify(event)).not.toContain('section');
});

describe('a person cannot', () => {
  const cases: [string, string, Record<string, unknown>, RegExp][] = [
    ['leave a required field empty', '提交', {}, /title is required/],
    ['type more than fits', '提交', { title: '字'.repeat(11) }, /too long/],
    ['choose what is not offered', '提交', { title: 'x', section: 'none' }, /does not offer/],
    ['fill a field that is not there', '提交', { name: 'x' }, /no field name/],
    ['press a button that is not there', '通过', {}, /no button 通过 among 提交, 清空/],
  ];
  test.each(cases)('%s', async (_what, label, form, message) => {
    const { press, received } = await openCard(FORM, answer({}));
    await expect(press(label, form)).rejects.toThrow(message);
    expect(received).toEqual([]);
  });

  test('press a disabled button, or anything in a chat they are not in', async () => {
    const { sandbox, id, press } = await openCard(
      cardOf(button('通过', { disabled: true, ...callback({}) })),
      answer({}),
    );
    await expect(press('通过')).rejects.toThrow(/disabled/);
    await expect(sandbox.click(sandbox.createPerson('外人'), id, '通过')).rejects.toThrow(/is not in/);
  });
});

describe('what the person sees when the answer fails', () => {
  const oldCard = { elements: [] };
  const cases: [string, number, Response][] = [
    ['another status', 200671, { status: 500 }],
    ['a redirect', 200671, { status: 302 }],
    ['no JSON', 200672, { status: 200, body: 'ok' }],
    ['an empty body', 200672, { status: 200, body: '' }],
    ['an unknown key', 200672, { status: 200, body: '{"code":0}' }],
    ['an unknown kind of toast', 200672, { status: 200, body: '{"toast":{"type":"danger","content":"x"}}' }],
    ['a card that is none', 200673, { status: 200, body: '{"card":{"type":"raw"}}' }],
    ['an old card', 200830, { status: 200, body: JSON.stringify({ card: { type: 'raw', data: oldCard } }) }],
    [
      'a card the platform refuses',
      200673,
      { status: 200, body: JSON.stringify({ card: { type: 'raw', data: cardOf({ tag: 'note' }) } }) },
    ],
  ];
  test.each(cases)('%s → %i', async (_what, error, response) => {
    const { sandbox, group, press } = await openCard(cardOf(button('通过', callback({}))), () => response);
    expect(await press('通过')).toEqual({ error });
    expect(sandbox.messages(group)).toMatchObject([{ updatedCount: 0 }]);
  });

  test('no answer in time → 200341, and it is not sent again', async () => {
    const { press, received } = await openCard(
      cardOf(button('通过', callback({}))),
      () => ({ status: 200, afterMs: 400 }),
      { pushTimeoutMs: 100, repushDelaysMs: [10] },
    );
    expect(await press('通过')).toEqual({ error: 200341 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(received).toHaveLength(1);
  });

  test('no server → 200342, no address → 200340', async () => {
    const { sandbox, client, group, person } = await openScene();
    const id = await send(client, group, 'interactive', cardOf(button('通过', callback({}))));
    expect(await sandbox.click(person, id, '通过')).toEqual({ error: 200340 });
    sandbox.connectWebhook(await deadUrl());
    expect(await sandbox.click(person, id, '通过')).toEqual({ error: 200342 });
  });
});

test('a link button opens its address and asks the bot nothing', async () => {
  const link = { behaviors: [{ type: 'open_url', default_url: 'https://example.com/a' }] };
  const { press, received } = await openCard(cardOf(button('打开', link)), answer({}));
  expect(await press('打开')).toEqual({ opened: 'https://example.com/a' });
  expect(received).toEqual([]);
});

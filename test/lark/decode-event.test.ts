import { describe, expect, it } from 'vitest';
import { decodeEvent } from '../../src/lark/decode-event.ts';
import { cardClick, textMessage } from './support/sealed-push.ts';

const decode = (type: string, payload: unknown) => decodeEvent({ eventId: 'ev', type }, payload);
const received = (message: object, rest: object = {}) =>
  decode('im.message.receive_v1', {
    ...textMessage,
    ...rest,
    message: { ...textMessage.message, ...message },
  });

describe('a message', () => {
  it('is decoded with its mentions, time and text', () => {
    expect(received({})).toEqual({
      kind: 'message',
      eventId: 'ev',
      messageId: 'om_one',
      chatId: 'oc_group',
      chatType: 'group',
      senderId: 'ou_sender',
      senderIsBot: false,
      sentAt: '2026-11-20T02:00:00.000Z',
      text: '@_user_1 /报送 修路｜完成',
      mentions: [{ key: '@_user_1', personId: 'ou_bot', name: '宣传助手', isBot: true }],
      attachments: [],
      unreadable: false,
    });
  });

  it('keeps the message it answers', () => {
    expect(received({ parent_id: 'om_parent', root_id: 'om_root' })).toMatchObject({ parentId: 'om_parent' });
    expect(received({ parent_id: '' })).not.toHaveProperty('parentId');
  });

  it('is private in a chat of two', () => {
    expect(received({ chat_type: 'p2p' })).toMatchObject({ chatType: 'private' });
  });

  it('leaves mentions of people without an id of ours in the text alone', () => {
    const all = { key: '@_all', name: '所有人' };
    const guest = { key: '@_user_2', id: { open_id: null }, name: '外单位' };
    expect(received({ mentions: [all, guest] })).toMatchObject({ kind: 'message', mentions: [] });
  });

  it('tells a bot that writes', () => {
    const sender = { sender_id: { open_id: 'ou_other_bot' }, sender_type: 'bot' };
    expect(received({}, { sender })).toMatchObject({ senderIsBot: true });
  });

  it.each([
    ['an id that leaves its path', { message_id: 'om_x/../../contact/v3/users/ou_x' }],
    ['an id of another kind', { chat_id: 'ou_x' }],
    ['an id with a question mark', { chat_id: 'oc_x?y=1' }],
    ['a parent that is no message', { parent_id: '../x' }],
    ['content that is no JSON', { content: 'hello' }],
    ['content of another shape', { content: '{"txt":"hello"}' }],
    ['a file key that leaves its path', { message_type: 'file', content: '{"file_key":"../x"}' }],
    ['a time that is none', { create_time: 'now' }],
  ])('is ignored with %s', (_name, message) => {
    expect(received(message)).toEqual({ kind: 'ignored', eventId: 'ev', type: 'im.message.receive_v1' });
  });
});

describe('other events', () => {
  const chat = { chat_id: 'oc_group', name: '宣传\n工作群', operator_id: { open_id: 'ou_admin' } };
  const users = [{ name: '张三', user_id: { open_id: 'ou_zhang' } }];
  const people = [{ personId: 'ou_zhang', name: '张三' }];
  const recall = { message_id: 'om_one', chat_id: 'oc_group', recall_time: '1795140000000' };

  it.each([
    [
      'im.message.recalled_v1',
      recall,
      { kind: 'recall', messageId: 'om_one', chatId: 'oc_group', recalledAt: '2026-11-20T02:00:00.000Z' },
    ],
    [
      'im.chat.member.bot.added_v1',
      chat,
      { kind: 'bot-added', chatId: 'oc_group', chatName: '宣传 工作群', operatorId: 'ou_admin' },
    ],
    ['im.chat.member.bot.deleted_v1', chat, { kind: 'bot-removed', chatId: 'oc_group' }],
    ['im.chat.disbanded_v1', chat, { kind: 'bot-removed', chatId: 'oc_group' }],
    [
      'im.chat.member.user.added_v1',
      { ...chat, users },
      { kind: 'member-joined', chatId: 'oc_group', people },
    ],
    [
      'im.chat.member.user.deleted_v1',
      { ...chat, users },
      { kind: 'member-left', chatId: 'oc_group', people },
    ],
    [
      'im.chat.member.user.withdrawn_v1',
      { ...chat, users },
      { kind: 'member-left', chatId: 'oc_group', people },
    ],
  ])('decodes %s', (type, payload, expected) => {
    expect(decode(type, payload)).toEqual({ ...expected, eventId: 'ev' });
  });

  it.each([
    'im.message.receive_v1',
    'im.message.recalled_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.member.bot.deleted_v1',
    'im.chat.disbanded_v1',
    'im.chat.member.user.added_v1',
    'card.action.trigger',
    'application.bot.menu_v6',
    'constructor',
    '__proto__',
  ])('ignores %s with a payload of null, a word or nothing in it', (type) => {
    for (const payload of [null, 'word', {}, [], undefined]) {
      expect(decode(type, payload)).toEqual({ kind: 'ignored', eventId: 'ev', type });
    }
  });
});

describe('a click', () => {
  const click = (action: object, rest: object = {}) =>
    decode('card.action.trigger', { ...cardClick, ...rest, action: { ...cardClick.action, ...action } });

  it('brings the action, its data and the form as text', () => {
    const form_value = {
      title: '修路\u0000',
      sections: ['a', 'b'],
      due: '2024-04-01 +0800',
      agree: true,
      empty: null,
      nested: { x: 1 },
    };
    expect(click({ form_value })).toEqual({
      kind: 'card-action',
      eventId: 'ev',
      operatorId: 'ou_sender',
      messageId: 'om_card',
      chatId: 'oc_group',
      action: 'approve',
      data: { item: '7' },
      form: { title: '修路', sections: 'a,b', due: '2024-04-01 +0800', agree: 'true', empty: '', nested: '' },
    });
  });

  it('needs neither data nor form', () => {
    expect(click({ value: { a: 'enable' }, form_value: undefined })).toMatchObject({ data: {}, form: {} });
  });

  it.each([
    ['a value in text', { value: '{"a":"approve"}' }],
    ['a value of another program', { value: { action: 'approve' } }],
    ['data that is no text', { value: { a: 'approve', d: { item: { $ne: 1 } } } }],
  ])('is ignored with %s', (_name, action) => {
    expect(click(action)).toMatchObject({ kind: 'ignored' });
  });

  it('is ignored without a person', () => {
    expect(click({}, { operator: { open_id: 'admin' } })).toMatchObject({ kind: 'ignored' });
  });
});

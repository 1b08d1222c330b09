import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStamp } from '../../src/kernel/clock.ts';
import { openRequest } from '../../src/lark/open-request.ts';
import { BAD_REQUESTS } from './support/bad-requests.ts';
import {
  cardClick,
  encrypted,
  KEYS,
  type Push,
  plainPush,
  SIGNED_AT,
  sealed,
  signed,
  unsigned,
} from './support/sealed-push.ts';

const now = fromStamp(SIGNED_AT);
const open = (push: Push, keys = {}) => openRequest(push, { ...KEYS, ...keys }, now);
const challenge = JSON.stringify({
  type: 'url_verification',
  token: KEYS.verificationToken,
  challenge: 'abc',
});

describe('openRequest', () => {
  it('opens a sealed message', () => {
    expect(open(sealed())).toMatchObject({
      kind: 'event',
      stale: false,
      event: { kind: 'message', eventId: 'ev-1', messageId: 'om_one', text: '@_user_1 /报送 修路｜完成' },
    });
  });

  it('opens a sealed click, whose own token is not the verification token', () => {
    expect(open(sealed({ type: 'card.action.trigger', event: cardClick }))).toMatchObject({
      kind: 'event',
      event: { kind: 'card-action', action: 'approve', data: { item: '7' }, form: { note: '好' } },
    });
  });

  it.each(BAD_REQUESTS)('refuses %s', (_name, push, status) => {
    expect(open(push)).toMatchObject({ kind: 'refused', status });
  });

  it('refuses everything when it has no encrypt key', () => {
    expect(open(sealed(), { encryptKey: '' })).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('answers an encrypted challenge, signed or not', () => {
    expect(open(unsigned(encrypted(challenge)))).toEqual({ kind: 'challenge', challenge: 'abc' });
    expect(open(signed(encrypted(challenge)))).toEqual({ kind: 'challenge', challenge: 'abc' });
  });

  it('verifies the bytes as they came, white space and all', () => {
    const { encrypt } = JSON.parse(encrypted(JSON.stringify(plainPush())));
    const spaced = ` {\n  "\\u0065ncrypt" : "${encrypt}"\n} `;
    expect(open(signed(spaced))).toMatchObject({ kind: 'event', event: { kind: 'message' } });
  });

  it('does not read what stands beside the cipher in the clear', () => {
    const { encrypt } = JSON.parse(encrypted(JSON.stringify(plainPush())));
    const other = plainPush({ eventId: 'ev-forged', token: 'x' });
    expect(open(signed(JSON.stringify({ ...other, encrypt })))).toMatchObject({ event: { eventId: 'ev-1' } });
  });

  it.each([
    ['as old as may be', -300, false],
    ['older', -301, true],
    ['six hours old', -21_600, true],
    ['from the future', 301, true],
  ])('reports a signature that is %s, and opens it', (_name, seconds, stale) => {
    const timestamp = String(Date.parse(SIGNED_AT) / 1000 + seconds);
    expect(open(sealed({ timestamp }))).toMatchObject({ kind: 'event', stale });
  });

  it('refuses what was signed more than a day ago: the platform does not push that, somebody else does', () => {
    const signedAgo = (seconds: number) =>
      sealed({ timestamp: String(Date.parse(SIGNED_AT) / 1000 - seconds) });
    expect(open(signedAgo(86_400))).toMatchObject({ kind: 'event', stale: true });
    expect(open(signedAgo(86_401))).toEqual({ kind: 'refused', status: 401, reason: 'expired' });
  });

  it('reports a timestamp that is no number', () => {
    expect(open(sealed({ timestamp: 'yesterday' }))).toMatchObject({ kind: 'event', stale: true });
  });

  it('gives events it has no use for as ignored', () => {
    expect(open(sealed({ type: 'im.chat.updated_v1', event: {} }))).toMatchObject({
      event: { kind: 'ignored', eventId: 'ev-1', type: 'im.chat.updated_v1' },
    });
  });

  it('knows the bot by its id where the platform does not say so', () => {
    const message = {
      sender: { sender_id: { open_id: 'ou_sender' }, sender_type: 'user' },
      message: {
        message_id: 'om_one',
        create_time: '1795140000000',
        chat_id: 'oc_group',
        chat_type: 'group',
        message_type: 'text',
        content: '{"text":"@_user_1"}',
        mentions: [{ key: '@_user_1', id: { open_id: 'ou_bot' }, name: '宣传助手' }],
      },
    };
    const mentions = (keys: object) => {
      const opened = open(sealed({ event: message }), keys);
      return opened.kind === 'event' && opened.event.kind === 'message' ? opened.event.mentions : [];
    };
    expect(mentions({})).toMatchObject([{ isBot: false }]);
    expect(mentions({ botId: 'ou_bot' })).toMatchObject([{ isBot: true }]);
  });

  it('never throws and never believes bytes that are not signed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(open({ raw: Buffer.from(bytes), headers: {} }).kind).toBe('refused');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (body) => {
        expect(open(unsigned(body)).kind).toBe('refused');
      }),
    );
  });

  it('refuses every body of which one byte has been changed', () => {
    const push = sealed();
    fc.assert(
      fc.property(fc.nat(push.raw.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const raw = Buffer.from(push.raw);
        raw[at] = (raw[at] ?? 0) ^ change;
        expect(open({ ...push, raw }).kind).toBe('refused');
      }),
    );
  });

  it('never throws, whatever is in a properly sealed event', () => {
    const types = [
      'im.message.receive_v1',
      'card.action.trigger',
      'im.chat.member.user.added_v1',
      '__proto__',
      'toString',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.object(), (type, event) => {
        expect(open(sealed({ type, event })).kind).toBe('event');
      }),
    );
  });
});

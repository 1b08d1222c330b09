import { AESCipher } from '@larksuiteoapi/node-sdk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encryptBody, envelope, signBody } from '../../sandbox/wire.ts';

test('what is encrypted here, the SDK decrypts', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }), (key, text) => {
      const { encrypt } = JSON.parse(encryptBody(key, text)) as { encrypt: string };
      expect(new AESCipher(key).decrypt(encrypt)).toBe(text);
    }),
  );
});

test('the same text is never encrypted the same way twice', () => {
  expect(encryptBody('key', 'text')).not.toBe(encryptBody('key', 'text'));
});

test('the signature is the plain SHA-256 of timestamp, nonce, key and body', () => {
  // printf '1700000000nonce-1test key{"encrypt":"x"}' | sha256sum
  expect(
    signBody({ timestamp: '1700000000', nonce: 'nonce-1', key: 'test key', body: '{"encrypt":"x"}' }),
  ).toBe('768fa89daafd229dbaf6b635f77fa8676b8bc8434b86fbe5c6b8ff18ae4f4498');
});

test('the envelope is version 2 with everything about the event in its header', () => {
  const made = envelope({
    eventId: 'e1',
    eventType: 'im.message.receive_v1',
    createTime: '1700000000000',
    token: 'v',
    appId: 'cli_1',
    tenantKey: 't',
    event: { a: 1 },
  });
  expect(made).toEqual({
    schema: '2.0',
    header: {
      event_id: 'e1',
      event_type: 'im.message.receive_v1',
      create_time: '1700000000000',
      token: 'v',
      app_id: 'cli_1',
      tenant_key: 't',
    },
    event: { a: 1 },
  });
});

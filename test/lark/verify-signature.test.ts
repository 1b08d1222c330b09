import { describe, expect, it } from 'vitest';
import { verifySignature } from '../../src/lark/verify-signature.ts';

const raw = Buffer.from('{"encrypt":"abc"}');
/** Counted with sha256sum over `1700000000` `nonce` `key` `{"encrypt":"abc"}`. */
const signature = '5e8a13a367b5c5cdae40a01e6e557dc1e66b1f74ff0134a9f83a844f84d9d64b';
const good = { timestamp: '1700000000', nonce: 'nonce', signature };

describe('verifySignature', () => {
  it('takes the signature of the very bytes', () => {
    expect(verifySignature(raw, good, 'key')).toBe(true);
  });

  it.each([
    ['other bytes', Buffer.from('{"encrypt": "abc"}'), good, 'key'],
    ['another key', raw, good, 'other'],
    ['no key', raw, good, ''],
    ['another time', raw, { ...good, timestamp: '1700000001' }, 'key'],
    ['no nonce', raw, { ...good, nonce: undefined }, 'key'],
    ['no signature', raw, { ...good, signature: undefined }, 'key'],
    ['capital letters', raw, { ...good, signature: signature.toUpperCase() }, 'key'],
    ['a part of it', raw, { ...good, signature: signature.slice(0, 63) }, 'key'],
  ])('refuses %s', (_name, bytes, headers, key) => {
    expect(verifySignature(bytes, headers, key)).toBe(false);
  });
});

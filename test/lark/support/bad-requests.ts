import { encrypted, KEYS, type Push, plainPush, sealed, signed, unsigned } from './sealed-push.ts';

/** What strangers and broken senders send, and the status each earns. Used on the function and over HTTP alike. */
export const BAD_REQUESTS: readonly (readonly [name: string, push: Push, status: 400 | 401])[] = [
  ['no signature', unsigned(sealed().raw.toString()), 401],
  ['a wrong signature', { ...sealed(), headers: { ...sealed().headers, signature: 'a'.repeat(64) } }, 401],
  ['a short signature', { ...sealed(), headers: { ...sealed().headers, signature: 'a' } }, 401],
  ['a signature without a timestamp', withoutTimestamp(), 401],
  ['a garbage cipher, unsigned', unsigned('{"encrypt":"AAAA"}'), 401],
  ['a garbage cipher, signed', signed('{"encrypt":"AAAA"}'), 401],
  ['a cipher of whole blocks that is none of ours', signed(`{"encrypt":"${'A'.repeat(128)}"}`), 401],
  ['an empty cipher', signed('{"encrypt":""}'), 401],
  ['a cipher that is a number', signed('{"encrypt":1}'), 401],
  ['headers of null', unsigned('{"headers":null}'), 401],
  ['a plain event, unsigned', unsigned(JSON.stringify(plainPush())), 401],
  ['a plain event, signed with the key', signed(JSON.stringify(plainPush())), 401],
  ['a plain challenge', unsigned(challenge(KEYS.verificationToken)), 401],
  ['an encrypted challenge with a wrong token', unsigned(encrypted(challenge('wrong'))), 401],
  [
    'an encrypted challenge with a wrong signature',
    badlySigned(encrypted(challenge(KEYS.verificationToken))),
    401,
  ],
  ['a wrong token', sealed({ token: 'wrong' }), 401],
  ['an empty token', sealed({ token: '' }), 401],
  ['a wrong app', sealed({ appId: 'cli_fedcba9876543210' }), 401],
  ['an encrypted text that is no JSON', signed(encrypted('hello')), 401],
  ['an encrypted null', signed(encrypted('null')), 401],
  ['an encrypted envelope without a header', signed(encrypted('{"event":{}}')), 401],
  ['an encrypted header of null', signed(encrypted('{"header":null,"event":{}}')), 401],
  ['an event id of 200 characters', sealed({ eventId: 'e'.repeat(200) }), 401],
  ['bad JSON', unsigned('{"encrypt":'), 400],
  ['bad JSON, signed', signed('hello'), 400],
  ['no body', unsigned(''), 400],
  ['bytes that are no text', { raw: Buffer.from([0xff, 0xfe, 0x00, 0x80]), headers: {} }, 400],
  ['a JSON null', unsigned('null'), 401],
  ['a JSON list', signed('[{"encrypt":"AAAA"}]'), 401],
];

function challenge(token: string): string {
  return JSON.stringify({ type: 'url_verification', token, challenge: 'c' });
}

function withoutTimestamp(): Push {
  const { raw, headers } = sealed();
  return { raw, headers: { nonce: headers.nonce, signature: headers.signature } };
}

function badlySigned(body: string): Push {
  return { raw: Buffer.from(body), headers: { ...signed('other').headers } };
}

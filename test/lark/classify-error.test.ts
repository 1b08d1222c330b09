import { describe, expect, it } from 'vitest';
import type { RemoteClass } from '../../src/kernel/errors.ts';
import { RemoteError } from '../../src/kernel/errors.ts';
import { classifyFailure, classifyRefusal, isTokenTrouble } from '../../src/lark/classify-error.ts';

const refusal = (code: number | undefined, status = 400, message = '') =>
  classifyRefusal({ status, code, message });

/** One row a code, written out by hand so that a slip in the table shows here. */
const CODES: readonly (readonly [number, RemoteClass, string])[] = [
  [99991400, 'transient', 'app sends too fast'],
  [230020, 'transient', 'chat gets too much'],
  [230049, 'transient', 'message is being sent'],
  [18121, 'transient', 'same request in progress'],
  [11232, 'transient', 'bot sends too fast'],
  [11233, 'transient', 'bot sends too fast'],
  [11247, 'transient', 'bot sends too fast'],
  [1069923, 'transient', 'import is busy'],
  [1000004, 'transient', 'method rate'],
  [1000005, 'transient', 'app rate'],
  [232019, 'transient', 'members change at the same time'],
  [99991661, 'transient', 'no token'],
  [99991663, 'transient', 'token not valid'],
  [99991664, 'transient', 'token not valid'],
  [99991665, 'transient', 'token not valid'],
  [99991671, 'transient', 'token not valid'],
  [99991672, 'config', 'scope missing'],
  [99991679, 'config', 'user has not authorised'],
  [99991401, 'config', 'address not on the list'],
  [99991662, 'config', 'app disabled'],
  [99991673, 'config', 'app not installed'],
  [10003, 'config', 'bad parameters'],
  [10005, 'config', 'bad app'],
  [10014, 'config', 'bad secret'],
  [10015, 'config', 'bad secret'],
  [230006, 'config', 'bot ability off'],
  [232025, 'config', 'bot ability off'],
  [230027, 'config', 'no permission'],
  [230035, 'config', 'no right to post'],
  [99991403, 'config', 'monthly quota used up'],
  [99991668, 'config', 'user token not valid'],
  [99991677, 'config', 'user token expired'],
  [230002, 'target', 'bot not in the chat'],
  [10002, 'target', 'bot not in the chat'],
  [232006, 'target', 'no such chat'],
  [232011, 'target', 'not in the chat'],
  [230013, 'target', 'person outside the range'],
  [230029, 'target', 'person has resigned'],
  [230053, 'target', 'person has blocked the bot'],
  [232009, 'target', 'chat dissolved'],
  [230038, 'target', 'chat of another organisation'],
  [230034, 'target', 'bad receiver'],
  [99992351, 'target', 'bad id'],
  [99992361, 'target', 'id of another app'],
  [230011, 'target', 'message recalled'],
  [230110, 'target', 'message deleted'],
  [230019, 'target', 'bad topic'],
  [230001, 'content', 'bad parameter'],
  [230025, 'content', 'too long'],
  [230099, 'content', 'bad card'],
  [230022, 'content', 'sensitive words'],
  [230028, 'content', 'leak protection'],
  [230055, 'content', 'file type'],
  [230017, 'content', 'key of another app'],
  [230031, 'content', 'older than 14 days'],
  [230054, 'content', 'type not supported'],
  [234003, 'content', 'no such resource'],
  [234037, 'content', 'resource too large'],
  [234038, 'content', 'leak-protected chat'],
  [234043, 'content', 'message without resources'],
];

describe('classifyRefusal', () => {
  it.each(CODES)('%i is %s: %s', (code, kind) => {
    expect(refusal(code)).toMatchObject({ kind, code: String(code), uncertain: false });
  });

  it.each([
    ['a fault of the server', 987654, 500, '', 'transient', true],
    ['a fault of a proxy', undefined, 502, '', 'transient', true],
    ['a page instead of an answer', undefined, 200, '', 'transient', true],
    ['a page that says not found', undefined, 404, '', 'transient', false],
    ['too many requests', undefined, 429, '', 'transient', false],
    ['an internal error by name', 987654, 400, 'Internal Error, try again', 'transient', false],
    ['an unknown code that forbids', 987654, 403, '', 'config', false],
    ['an unknown code', 987654, 400, '', 'content', false],
    ['an unknown code under success', 987654, 200, '', 'content', false],
  ] as const)('goes by the status for %s', (_name, code, status, message, kind, uncertain) => {
    expect(refusal(code, status, message)).toMatchObject({ kind, uncertain });
  });

  it('names a code-less answer by its status', () => {
    expect(refusal(undefined, 502).code).toBe('http-502');
  });

  it.each([
    ['3', 3000],
    ['0.5', 500],
    ['0', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('passes on a wait of %s seconds', (resetSeconds, retryAfterMs) => {
    expect(classifyRefusal({ status: 429, code: 99991400, message: '', resetSeconds }).retryAfterMs).toBe(
      retryAfterMs,
    );
  });

  it('keeps the message short and on one line', () => {
    expect(refusal(230099, 400, `a\nb${'x'.repeat(900)}`).message.length).toBeLessThan(250);
  });

  it('tells token trouble from a lack of rights', () => {
    expect(isTokenTrouble(refusal(99991663))).toBe(true);
    expect(isTokenTrouble(refusal(99991672))).toBe(false);
  });
});

describe('classifyFailure', () => {
  const failure = (name: string, code?: string) =>
    Object.assign(new Error('Bearer t-secret'), { name, code });

  it.each([
    ['time-out', failure('HeadersTimeoutError', 'UND_ERR_HEADERS_TIMEOUT'), 'timeout', true],
    [
      'time-out while connecting',
      failure('ConnectTimeoutError', 'UND_ERR_CONNECT_TIMEOUT'),
      'timeout',
      false,
    ],
    ['cut connection', failure('SocketError', 'UND_ERR_SOCKET'), 'network', true],
    ['closed port', failure('Error', 'ECONNREFUSED'), 'network', false],
    ['unknown host', failure('Error', 'ENOTFOUND'), 'network', false],
    ['thrown text', 'oops', 'network', true],
  ])('makes a %s passing trouble', (_name, cause, code, uncertain) => {
    const error = classifyFailure(cause);
    expect(error).toMatchObject({ kind: 'transient', code, uncertain });
    expect(error.cause).toBeUndefined();
    expect(error.message).not.toContain('t-secret');
  });

  it('leaves what is classified as it is', () => {
    const error = new RemoteError('target', '230002');
    expect(classifyFailure(error)).toBe(error);
  });
});

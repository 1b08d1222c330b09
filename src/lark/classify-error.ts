import { type RemoteClass, RemoteError } from '../kernel/errors.ts';

/** Codes of the platform by what a caller can do about them. Sources: its list of general errors and of each API. */
const ERROR_CODES: Readonly<Record<RemoteClass, readonly number[]>> = {
  transient: [
    99991400, 230020, 230049, 18121, 11232, 11233, 11247, 1069923, 1000004, 1000005, 232019,
    // Token trouble: the client has fetched a fresh one before a caller sees these.
    99991661, 99991663, 99991664, 99991665, 99991671,
  ],
  config: [
    99991672, 99991679, 99991401, 99991662, 99991673, 10003, 10005, 10014, 10015, 230006, 232025, 230027,
    230035, 99991403, 99991668, 99991677,
  ],
  target: [
    230002, 10002, 232006, 232011, 230013, 230029, 230053, 232009, 230038, 230034, 99992351, 99992361, 230011,
    230110, 230019,
  ],
  content: [
    230001, 230025, 230099, 230022, 230028, 230055, 230017, 230031, 230054, 234003, 234037, 234038, 234043,
  ],
};

const CLASS_OF = new Map(
  (Object.entries(ERROR_CODES) as [RemoteClass, readonly number[]][]).flatMap(([kind, codes]) =>
    codes.map((code) => [code, kind] as const),
  ),
);

/** The token was not taken: a fresh one may be. */
const TOKEN_TROUBLE: ReadonlySet<string> = new Set([
  '99991661',
  '99991663',
  '99991664',
  '99991665',
  '99991671',
]);

/** Faults of a connection that was never made: the request cannot have arrived. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** An answer that is no success, as far as it could be read. */
export interface Refusal {
  readonly status: number;
  /** The envelope's code; undefined when the body was no envelope (a proxy's HTML page). */
  readonly code: number | undefined;
  readonly message: string;
  /** Header `x-ogw-ratelimit-reset`: seconds to wait. */
  readonly resetSeconds?: string | undefined;
}

/** Chooses the class by the platform's code, and by the HTTP status where that is missing or unknown. */
export function classifyRefusal(refusal: Refusal): RemoteError {
  const { status, code } = refusal;
  const known = code === undefined ? undefined : CLASS_OF.get(code);
  const kind = known ?? classOfStatus(refusal);
  const seconds = Number(refusal.resetSeconds);
  return new RemoteError(kind, code === undefined ? `http-${status}` : String(code), {
    message: describe(refusal.message),
    // An answer that is no envelope came from something in between, which may have passed the request on.
    uncertain: status >= 500 || (code === undefined && status < 400),
    ...(refusal.resetSeconds !== undefined && seconds >= 0 && { retryAfterMs: Math.ceil(seconds * 1000) }),
  });
}

function classOfStatus({ status, code, message }: Refusal): RemoteClass {
  if (status >= 500 || status === 429 || status === 408 || /internal error/i.test(message))
    return 'transient';
  // No envelope on another status: something between us and the platform answered, not the platform.
  if (code === undefined) return 'transient';
  return status === 401 || status === 403 ? 'config' : 'content';
}

/** A failure without any answer. Uncertain unless no connection was made, since the request may have arrived. */
export function classifyFailure(cause: unknown): RemoteError {
  if (cause instanceof RemoteError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const timedOut = /timeout/i.test(name);
  // The cause itself is left out: errors of HTTP libraries carry the request, and with it the token.
  const code = errorCode(cause) ?? name;
  return new RemoteError('transient', timedOut ? 'timeout' : 'network', {
    message: code,
    uncertain: !NEVER_CONNECTED.has(code),
  });
}

export function isTokenTrouble(error: RemoteError): boolean {
  return TOKEN_TROUBLE.has(error.code);
}

function errorCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}

/** Enough to look a fault up. Code 230099 wraps the true one in its text, hence text at all. */
function describe(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 200);
}

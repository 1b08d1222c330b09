import type { ErrorCode } from './text/texts.ts';

/** Something a person can put right. Carries a code and data; the words are chosen where it is told. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, data: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.data = data;
  }
}

export type RemoteClass = 'transient' | 'config' | 'target' | 'content';

/**
 * A refusal by the platform, classified once by the client that saw it.
 * transient: try again later · config: tell the operator · target: this receiver is gone · content: change the message.
 */
export class RemoteError extends Error {
  readonly kind: RemoteClass;
  /** The platform's code, or `http-503`, `timeout`, `network`. */
  readonly code: string;
  /** Milliseconds the platform asked to wait, when it said so. */
  readonly retryAfterMs: number | undefined;
  /** False when the platform certainly did not act; true when it may have acted (time-out, 5xx). */
  readonly uncertain: boolean;

  constructor(
    kind: RemoteClass,
    code: string,
    options: { message?: string; retryAfterMs?: number; uncertain?: boolean; cause?: unknown } = {},
  ) {
    super(`${kind} ${code}${options.message ? `: ${options.message}` : ''}`, { cause: options.cause });
    this.name = 'RemoteError';
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.uncertain = options.uncertain ?? false;
  }
}

/** A mistake in the settings or the environment: told to the operator in English, exit code 2. */
export class SetupError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SetupError';
    this.problems = problems;
  }
}

import type { Logger } from '../../kernel/logger.ts';

export type ConnectionState = 'connecting' | 'connected' | 'failed';

export interface LineListener {
  readonly onUp: () => void;
  /** The line broke and is being dialled again. */
  readonly onLost: () => void;
  /** Dialling is given up; `code` is the platform's, or `http-503`, `timeout`, `network`, `gave-up`. */
  readonly onFailed: (code: string) => void;
}

/** Begins to open a line and tells the listener how it goes on. */
export type Dial = (listener: LineListener) => Promise<{ hangUp(): void }>;

/** Milliseconds. */
export interface Patience {
  /** First wait after a failure; doubled each time, up to `longestWaitMs`. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A line that is not up so long after it was dialled or lost is dialled anew. */
  readonly attemptMs: number;
}

export interface KeptLine {
  state(): ConnectionState;
  /** For how long it has been down, in milliseconds; 0 while it is up, Infinity before it was up for the first time. */
  downMs(): number;
  stop(): void;
}

/** What the operator is told about codes of the platform's endpoint, as its SDKs name them. */
const REASONS: Readonly<Record<string, string>> = {
  '1': 'the platform is busy',
  '403': 'the app may not use long connections',
  '514': 'wrong app id or secret',
  '1000040343': 'the platform has an internal error',
  '1000040350': 'the app has too many long connections',
};

/** Keeps one line up until it is stopped: whatever ends it, another one is dialled, after a growing wait. */
export function keepLine(dial: Dial, patience: Patience, logger: Logger): KeptLine {
  let state: ConnectionState = 'connecting';
  let stopped = false;
  let failures = 0;
  let downSince = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let hangUp = () => {};

  const after = (ms: number, step: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(step, ms);
  };
  const fail = (code: string) => {
    if (stopped) return;
    hangUp();
    state = 'failed';
    const waitMs = waitAfter(++failures, patience);
    logger.warn({ code, reason: REASONS[code], waitMs }, 'no long connection; dialling again');
    after(waitMs, begin);
  };
  const listener: LineListener = {
    onUp() {
      clearTimeout(timer);
      state = 'connected';
      failures = 0;
      logger.info('long connection open');
    },
    onLost() {
      if (state === 'connected') downSince = performance.now();
      state = 'connecting';
      logger.warn('long connection lost; dialling again');
      after(patience.attemptMs, () => fail('timeout'));
    },
    onFailed: fail,
  };
  function begin(): void {
    state = 'connecting';
    after(patience.attemptMs, () => fail('timeout'));
    dial(listener).then(
      (line) => {
        hangUp = line.hangUp;
        if (stopped) hangUp();
      },
      (err: unknown) => {
        logger.error({ err }, 'dialling broke down');
        fail('error');
      },
    );
  }

  begin();
  return {
    state: () => state,
    downMs: () => (state === 'connected' ? 0 : performance.now() - downSince),
    stop() {
      stopped = true;
      clearTimeout(timer);
      hangUp();
    },
  };
}

/** With some chance in it, so that many bots that lost one platform do not come back in one moment. */
function waitAfter(failures: number, { firstWaitMs, longestWaitMs }: Patience): number {
  const wait = Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs);
  return Math.round(wait * (0.5 + Math.random() / 2));
}

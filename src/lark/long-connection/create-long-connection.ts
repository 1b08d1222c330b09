import { setImmediate as turn } from 'node:timers/promises';
import { SetupError } from '../../kernel/errors.ts';
import type { Owner } from '../event-header.ts';
import { type EventTaker, handOver } from '../hand-over.ts';
import { createDial, type DialOptions } from './dial.ts';
import { type ConnectionState, keepLine, type Patience } from './keep-line.ts';
import { openEnvelope } from './open-envelope.ts';

export interface LongConnectionOptions
  extends EventTaker,
    Pick<Owner, 'admitsTenant'>,
    Pick<DialOptions, 'appId' | 'appSecret' | 'domain'> {
  /** The bot's own person id, once it is known. */
  readonly botId: () => string | undefined;
  /** Default: what suits the platform. */
  readonly timing?: Partial<Timing>;
}

/** Milliseconds. */
export interface Timing extends Patience, Pick<DialOptions, 'pingTimeoutMs' | 'handshakeTimeoutMs'> {}

export interface LongConnection {
  state(): ConnectionState;
  /** Whether events come in: a line that broke a moment ago is being mended. */
  ready(): boolean;
  /** Takes nothing new, answers what is in hand, and hangs up. */
  stop(): Promise<void>;
}

const TIMING: Timing = {
  // The platform has clients ping every two minutes. Without a limit of ours a line that died silently stays dead; a
  // limit longer than the time between pings would never run out, since each ping starts it anew.
  pingTimeoutMs: 20_000,
  handshakeTimeoutMs: 10_000,
  firstWaitMs: 1_000,
  longestWaitMs: 60_000,
  // The platform spreads those who dial again over half a minute; the rest is for endpoint and handshake.
  attemptMs: 60_000,
};

const MENDING_MS = 30_000;

/** As the SDK has it: with another it would do nothing, and say so only in its log. */
const APP_ID = /^cli_[0-9a-fA-F]{16}$/;

/**
 * Takes events and clicks over a connection that the bot opens, so that it needs no public address. An event is
 * acknowledged once it is accepted; else the platform sends it again, as over the webhook. Begins to dial at once and
 * does not wait for it. Throws SetupError for an app id that can't be one.
 */
export function createLongConnection(options: LongConnectionOptions): LongConnection {
  const { logger, appId } = options;
  if (!APP_ID.test(appId))
    throw new SetupError(['LARK_APP_ID: a long connection needs cli_ and 16 hexadecimal digits']);
  const timing = { ...TIMING, ...options.timing };
  const inHand = new Set<Promise<unknown>>();
  let stopping = false;

  const take = async (envelope: unknown): Promise<object | undefined> => {
    const { admitsTenant } = options;
    const event = openEnvelope(envelope, { appId, admitsTenant, botId: options.botId() });
    if (event !== undefined) return handOver(options, event);
    logger.warn('an envelope that is no event of this app was refused');
    throw new Error('refused');
  };
  const receive = async (envelope: unknown): Promise<object | undefined> => {
    if (stopping) throw new Error('stopping');
    const taken = take(envelope);
    inHand.add(taken);
    try {
      return await taken;
    } finally {
      inHand.delete(taken);
    }
  };
  const line = keepLine(createDial({ ...options, ...timing, receive }), timing, logger);
  return {
    state: line.state,
    ready: () => line.downMs() <= MENDING_MS,
    async stop() {
      stopping = true;
      await Promise.allSettled(inHand);
      // The SDK sends an answer only after its handler has returned.
      await turn();
      line.stop();
    },
  };
}

import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/start-sandbox.ts';
import type { StoredEvent } from '../../../src/domain/message/inbound.ts';
import { silentLogger } from '../../../src/kernel/logger.ts';
import { answerClick } from '../../../src/lark/answer-click.ts';
import {
  createLongConnection,
  type LongConnection,
  type LongConnectionOptions,
} from '../../../src/lark/long-connection/create-long-connection.ts';

/** Seconds: what takes minutes on the platform. */
const HASTE = { pingInterval: 0.1, reconnectInterval: 0.1, reconnectNonce: 0.02 };

/** Milliseconds. */
const IMPATIENCE = {
  pingTimeoutMs: 2000,
  handshakeTimeoutMs: 2000,
  firstWaitMs: 20,
  longestWaitMs: 100,
  attemptMs: 5000,
};

export async function startHastySandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    limits: 'none',
    repushDelaysMs: [50, 50, 50],
    clientConfig: HASTE,
    ...options,
  });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

/** Dials in with the real SDK, by default as the app itself; what comes in is only remembered. */
export function dialIn(
  sandbox: Sandbox,
  options: Partial<LongConnectionOptions> = {},
): LongConnection & { readonly accepted: StoredEvent[] } {
  const accepted: StoredEvent[] = [];
  const connection = createLongConnection({
    appId: sandbox.app.appId,
    appSecret: sandbox.app.appSecret,
    domain: sandbox.url,
    botId: () => sandbox.app.botOpenId,
    logger: silentLogger,
    accept: async (event) => void accepted.push(event),
    click: async ({ action }) => ({ tone: 'success', notice: action }),
    drawAnswer: answerClick,
    ...options,
    timing: { ...IMPATIENCE, ...options.timing },
  });
  onTestFinished(() => connection.stop());
  return Object.assign(connection, { accepted });
}

/** A group of one person and the bot. Whoever dials in later hears nothing of its beginning. */
export function groupOfOne(sandbox: Sandbox) {
  const person = sandbox.createPerson('张三');
  const group = sandbox.createGroup('宣传工作群');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  return { person, group, say: (text: string) => sandbox.say(person, group, text) };
}

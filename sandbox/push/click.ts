import { findButton } from '../card/find-button.ts';
import { readCard } from '../card/read-card.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import { chatOf } from '../world/chats.ts';
import { messageOf, replaceContent } from '../world/messages.ts';
import type { SandboxMessage, World } from '../world/world.ts';
import { describePush } from './describe-push.ts';
import { userIds } from './platform-event.ts';
import type { Answer, PushedEvent, Transport } from './transport.ts';

export interface Toast {
  readonly type: 'info' | 'success' | 'error' | 'warning';
  readonly content: string;
}

/** What the person who clicked gets to see. `error` is the platform's code, shown in place of an answer. */
export interface ClickResult {
  readonly toast?: Toast;
  readonly card?: unknown;
  readonly error?: number;
  /** The address a link button opens. */
  readonly opened?: string;
}

export interface Click {
  readonly personId: string;
  readonly messageId: string;
  /** The button's label or name, or its place among the card's buttons, from 0. */
  readonly button: string | number;
  readonly form?: Readonly<Record<string, unknown>>;
}

/**
 * Sends a click to the bot, once, and applies its answer. Throws for what the client would not let a person do:
 * click a card they cannot see, a button that is not there or disabled, a form with a required field left empty.
 */
export async function click(
  world: World,
  transport: Transport | undefined,
  what: Click,
): Promise<ClickResult> {
  const message = messageOf(world, what.messageId);
  if (message.type !== 'interactive' || message.recalled)
    throw new Error(`${message.id} is no card to click on`);
  const chat = chatOf(world, message.chatId);
  if (!chat.members.has(what.personId)) throw new Error(`${what.personId} is not in ${chat.id}`);
  const { action, opened } = findButton(message.content, what.button, what.form);
  if (action === undefined) return opened === undefined ? {} : { opened };
  if (!transport) return { error: 200340 };
  const pushed = {
    eventId: world.random.hex(32),
    eventType: 'card.action.trigger',
    createTime: `${world.clock.now().epochMilliseconds}000`,
    event: callbackEvent(world, message, what.personId, action),
  };
  try {
    return apply(world, message, await deliver(world, transport, pushed));
  } catch (error) {
    if (error instanceof Refusal) return { error: error.code };
    return { error: isTimeout(error) ? 200341 : 200342 };
  }
}

/** Once, with the answer or the failure told to those who look on. */
async function deliver(world: World, transport: Transport, pushed: PushedEvent): Promise<Answer> {
  const started = performance.now();
  const tell = (outcome: { status?: number; error?: string }, answer: { answer?: string } = {}) => {
    const attempt = { ...outcome, ms: performance.now() - started };
    world.traffic.emit(describePush(world, pushed, { attempts: [attempt], ...answer }));
  };
  try {
    const { status, body } = await transport.deliver(pushed);
    tell({ status }, { answer: body });
    return { status, body };
  } catch (error) {
    tell({ error: isTimeout(error) ? 'timeout' : String(error) });
    throw error;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

function callbackEvent(world: World, message: SandboxMessage, personId: string, action: object): object {
  return {
    operator: { tenant_key: world.app.tenantKey, ...userIds(world, personId) },
    token: `c-${world.random.hex(40)}`,
    action,
    host: 'im_message',
    context: { open_message_id: message.id, open_chat_id: message.chatId },
  };
}

function apply(world: World, message: SandboxMessage, { status, body }: Answer): ClickResult {
  if (status !== 200) throw new Refusal(200671, `answered ${status}`);
  const answer = parseAnswer(body);
  const toast = answer.toast === undefined ? undefined : readToast(answer.toast);
  const card = answer.card === undefined ? undefined : readAnswerCard(answer.card);
  if (card !== undefined) replaceWith(world, message, card);
  return { ...(toast === undefined ? {} : { toast }), ...(card === undefined ? {} : { card }) };
}

function parseAnswer(body: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(body);
    if (isRecord(answer) && Object.keys(answer).every((key) => key === 'toast' || key === 'card'))
      return answer;
  } catch {
    // Told below.
  }
  throw new Refusal(200672, 'the body is no callback answer');
}

function readToast(toast: unknown): Toast {
  const { type = 'info', content } = isRecord(toast) ? toast : {};
  if (typeof content !== 'string' || !isToastType(type)) throw new Refusal(200672, 'bad toast');
  return { type, content };
}

function isToastType(type: unknown): type is Toast['type'] {
  return type === 'info' || type === 'success' || type === 'error' || type === 'warning';
}

function readAnswerCard(card: unknown): Record<string, unknown> {
  if (!isRecord(card) || card.type !== 'raw' || !isRecord(card.data)) throw new Refusal(200673, 'bad card');
  if (card.data.schema !== '2.0') throw new Refusal(200830, 'a 2.0 card may only become a 2.0 card');
  return card.data;
}

function replaceWith(world: World, message: SandboxMessage, card: Record<string, unknown>): void {
  try {
    replaceContent(world, message.id, readCard(world, chatOf(world, message.chatId), card));
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(200673, error.message);
    throw error;
  }
}

import type { Target, WireMessage } from '../domain/message/outgoing.ts';
import { type Clock, fromStamp, toStamp } from '../kernel/clock.ts';
import { RemoteError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import { ClaimLost } from '../store/claim.ts';
import type { Draft } from '../store/draft.ts';
import { isPassing } from '../store/passing-error.ts';
import type { Meter } from './metrics/create-meter.ts';
import type { Pacer } from './pacer.ts';
import { plainCard } from './plain-card.ts';
import { type PrepareDeps, prepareDraft } from './prepare-draft.ts';
import { createPump, type Pump } from './pump.ts';
import type { Registry } from './registry.ts';
import { giveUpOnline } from './report/give-up-online.ts';
import { reportDead } from './report-dead.ts';

export interface SenderDeps extends PrepareDeps {
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly registry: Registry;
  readonly logger: Logger;
  /** Default: nothing is counted. */
  readonly meter?: Meter | undefined;
}

const PARALLEL = 50;
/** First wait before a repeat, doubled each time up to the longest. */
const BACKOFF_MS = 500;
const LONGEST_MS = 5 * 60_000;
const GIVE_BACK_MS = 5000;
const CARD_WAIT_MS = 5000;
/** How long a draft is tried before it counts as dead, in hours: an outage of a night must not lose a receipt. */
const GIVE_UP_HOURS = 24;
/** The platform forgets a `uuid` after an hour; we stop relying on it a little earlier. */
const UUID_MINUTES = 55;
/** Longer than a call takes: whose lease ends before that looks whether the draft is still theirs. */
const SURE_SECONDS = 15;
/** How far the platform's clock may be behind ours, where its messages are looked through by time. */
const SKEW_SECONDS = 60;

/** Steps 9 and 10 over and over: prepares and sends the next draft, then records what became of it. */
export function createOutboxSender(deps: SenderDeps): Pump {
  return createPump({
    parallel: PARALLEL,
    take: (most) => deps.store.repos.outbox.claim(most),
    work: (draft) => sendDraft(draft, deps),
    renew: (draft) => deps.store.repos.outbox.renew(draft),
    giveBack: (draft) => deps.store.repos.outbox.retry(draft, GIVE_BACK_MS, 'given back'),
    logger: deps.logger,
  });
}

async function sendDraft(draft: Draft, shared: SenderDeps): Promise<void> {
  shared.meter?.count('publicity_claims_total', 'outbox');
  const { trace, key, attempt } = draft;
  const deps = { ...shared, logger: shared.logger.child({ trace, draft: key, attempt }) };
  try {
    const messageId =
      draft.redraws === undefined ? await sendNew(draft, deps) : await redraw(draft, draft.redraws, deps);
    await deps.store.repos.outbox.sent(draft, messageId);
    deps.logger.info({ message: messageId }, 'draft sent');
    deps.meter?.count('publicity_sends_total', 'sent');
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    const end = await settleFailure(draft, error, deps);
    deps.meter?.count('publicity_sends_total', end);
  }
}

async function sendNew(draft: Draft, deps: SenderDeps): Promise<string> {
  const message = await prepareDraft(draft, deps);
  return (await findEarlierSend(draft, message, deps)) ?? send(draft, message, deps);
}

/** Draws a card anew that is out already. Harmless when it is done twice. */
async function redraw(draft: Draft, key: string, deps: SenderDeps): Promise<string> {
  const first = await deps.store.repos.outbox.find(key);
  if (first?.state === 'ready' || first?.state === 'leased') throw new CardNotOut();
  if (first?.messageId === undefined || draft.message.kind !== 'card') throw new CardNeverSent();
  const release = await deps.pacer.take(laneOf(draft.target));
  try {
    // No uuid tells a repeat: whoever has stood still for long must not draw over what was drawn meanwhile.
    await deps.store.repos.outbox.renew(draft);
    await deps.platform.updateCard(first.messageId, draft.message.card);
    return first.messageId;
  } finally {
    release();
  }
}

/** The card that is to be redrawn still waits for its own sending. */
class CardNotOut extends RemoteError {
  constructor() {
    super('transient', 'card-not-out', { retryAfterMs: CARD_WAIT_MS });
  }
}

class CardNeverSent extends RemoteError {
  constructor() {
    super('target', 'card-never-sent');
  }
}

/**
 * Sends, and says a card that the platform refuses for what is in it as plain text instead, under a uuid of its own: to
 * its reader a receipt without buttons is better than none.
 */
async function send(draft: Draft, message: WireMessage, deps: SenderDeps): Promise<string> {
  const uuid = uuidOf(draft);
  try {
    return await post(draft, message, { ...deps, uuid });
  } catch (error) {
    if (message.kind !== 'card' || !isRefusedContent(error)) throw error;
    deps.logger.warn({ err: error }, 'card refused; sending its text');
    const plain = plainCard(message.card, deps);
    return post(draft, plain, { ...deps, uuid: derivedId(uuid, 'as text') });
  }
}

function isRefusedContent(error: unknown): boolean {
  return error instanceof RemoteError && error.kind === 'content';
}

async function post(
  draft: Draft,
  message: WireMessage,
  deps: SenderDeps & { uuid: string },
): Promise<string> {
  const release = await deps.pacer.take(laneOf(draft.target));
  try {
    await makeSure(draft, deps);
    if (isOverdue(draft, deps.clock)) throw new TimeOver();
    return (await deps.platform.send(draft.target, message, deps.uuid)).messageId;
  } finally {
    release();
  }
}

/**
 * Throws ClaimLost when somebody else has gone on with a draft that was in hand for long (a machine that was asleep, a
 * pace that held it up): they may have sent it more than an hour ago, when its uuid counted.
 */
async function makeSure(draft: Draft, { clock, store }: SenderDeps): Promise<void> {
  const sure = toStamp(clock.now().add({ seconds: SURE_SECONDS }));
  if (draft.leaseUntil === undefined || draft.leaseUntil <= sure) await store.repos.outbox.renew(draft);
}

/** Same key, same target, same content: same uuid, so that a repeat within the hour is no second message. */
export function uuidOf(draft: Pick<Draft, 'key' | 'target' | 'message'>): string {
  return derivedId(draft.key, JSON.stringify(draft.target), JSON.stringify(draft.message));
}

/**
 * A draft that may have gone out more than an hour ago is no longer protected by its uuid: look into the chat first.
 * Only replies can be told for certain (they carry what they answer); for others the text decides.
 */
async function findEarlierSend(
  draft: Draft,
  message: WireMessage,
  deps: SenderDeps,
): Promise<string | undefined> {
  const { target, firstTryAt } = draft;
  const protectedUntil = fromStamp(firstTryAt).add({ minutes: UUID_MINUTES });
  const now = deps.clock.now();
  if (target.kind !== 'chat' || draft.attempt === 1) return undefined;
  if (now.epochMilliseconds < protectedUntil.epochMilliseconds) return undefined;
  try {
    const from = toStamp(fromStamp(firstTryAt).subtract({ seconds: SKEW_SECONDS }));
    const sent = await deps.platform.messages(target.chatId, from, toStamp(now));
    return sent.find((entry) => entry.senderIsApp && isSame(entry, target, message))?.messageId;
  } catch (err) {
    deps.logger.warn({ err }, 'earlier messages could not be read; sending again');
    return undefined;
  }
}

function isSame(
  sent: { parentId?: string; text: string },
  target: Extract<Target, { kind: 'chat' }>,
  message: WireMessage,
): boolean {
  if (sent.parentId !== target.replyTo) return false;
  if (message.kind === 'card') return sent.text.includes(message.card.title);
  return message.kind === 'notice' ? sent.text.includes(message.text) : false;
}

/** The pace held a draft up until its time was over. */
class TimeOver extends Error {}

function isOverdue({ notAfter }: Draft, clock: Clock): boolean {
  return notAfter !== undefined && notAfter <= toStamp(clock.now());
}

/** Says what became of the draft. */
async function settleFailure(
  draft: Draft,
  error: unknown,
  deps: SenderDeps,
): Promise<'retried' | 'dead' | 'dropped'> {
  const { outbox } = deps.store.repos;
  if (error instanceof TimeOver) {
    await outbox.retry(draft, 0, 'overdue');
    return 'retried';
  }
  const reason = error instanceof RemoteError ? error.message : 'internal error';
  if (await outbox.isReplaced(draft)) {
    await outbox.drop(draft, 'replaced by a later redraw');
    return 'dropped';
  }
  if (isWorthRetrying(draft, error, deps.clock)) {
    const wait = Math.min(BACKOFF_MS * 2 ** (draft.attempt - 1), LONGEST_MS);
    const asked = error instanceof RemoteError ? (error.retryAfterMs ?? 0) : 0;
    deps.logger.warn({ err: error }, 'draft not sent yet');
    await outbox.retry(draft, Math.max(wait, asked), reason);
    return 'retried';
  }
  // A card that can't be redrawn (14 days old, recalled) is old news to everybody.
  if (draft.redraws !== undefined) {
    deps.logger.warn({ err: error }, 'card not redrawn');
    await outbox.drop(draft, reason);
    return 'dropped';
  }
  if (draft.message.kind === 'online-document') {
    deps.logger.warn({ err: error }, 'online document given up');
    const refusal = error instanceof RemoteError ? error : undefined;
    await deps.store.transaction(
      (repos) => giveUpOnline(repos, draft, { error: refusal, locale: deps.locale }),
      draft.trace,
    );
    return 'dropped';
  }
  deps.logger.error({ err: error }, 'draft is dead');
  await deps.store.transaction(async (repos) => {
    await repos.outbox.dead(draft, reason);
    await reportDead(repos, draft, { reason, locale: deps.locale });
  }, draft.trace);
  return 'dead';
}

const TRIES_AFTER_BUG = 5;

function isWorthRetrying(draft: Draft, error: unknown, clock: Clock): boolean {
  // The database's trouble is none of the draft's, which may even be out already.
  const mayPass = error instanceof RemoteError ? error.kind === 'transient' : isPassing(error);
  if (!mayPass) return !(error instanceof RemoteError) && draft.attempt < TRIES_AFTER_BUG;
  const giveUp = fromStamp(draft.firstTryAt).add({ hours: GIVE_UP_HOURS });
  return clock.now().epochMilliseconds < giveUp.epochMilliseconds;
}

function laneOf(target: Target): string {
  return target.kind === 'chat' ? target.chatId : target.personId;
}

import type { MessageEvent } from '../domain/message/inbound.ts';
import { type Clock, dateOf, fromStamp } from '../kernel/clock.ts';
import { RemoteError, UserError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { ClaimLost } from '../store/claim.ts';
import type { Repos, Store } from '../store/create-store.ts';
import type { InboxEntry } from '../store/inbox.ts';
import { isOutage, isPassing } from '../store/passing-error.ts';
import { answerBug } from './answer-bug.ts';
import { askWriter } from './ask-writer.ts';
import {
  handleBotAdded,
  handleBotRemoved,
  handleMembersChanged,
  reconcileMembers,
} from './handle-membership.ts';
import { answerMistake, handleMessage, type MessageDeps } from './handle-message.ts';
import { handleRecall } from './handle-recall.ts';
import type { Meter } from './metrics/create-meter.ts';
import { OpenQuestion } from './open-question.ts';
import type { ChatMember, DocumentReader, Platform, Sheets } from './ports.ts';
import { createPump, type Pump } from './pump.ts';
import { createDocumentDesk } from './read-document.ts';
import { readQuoted } from './read-quoted.ts';
import { readSentSheet } from './read-sent-sheet.ts';
import { readSources } from './sources/read-sources.ts';

export interface InboxDeps extends MessageDeps {
  readonly store: Store;
  readonly platform: Platform;
  readonly logger: Logger;
  readonly documents: DocumentReader;
  readonly sheets: Pick<Sheets, 'read'>;
  /** Default: nothing is counted. */
  readonly meter?: Meter | undefined;
  /** Called after each commit that may have planned something to send. */
  readonly onPlanned: () => void;
}

interface DocumentDesk {
  readonly readDocument: ReturnType<typeof createDocumentDesk>;
}

interface WorkerDeps extends InboxDeps {
  /** Chats whose member list this process has asked for, by chat and day. */
  readonly askedToday: Set<string>;
}

/** How many chats are worked on at once, and after how many tries an event is given up. */
const PARALLEL = 16;
const ATTEMPTS = 4;
/**
 * The same for one that was in hand each time that the process ended. More, since it is rarely to blame: the machine may
 * lack memory, and others are in hand beside the one that is.
 */
const CRASHES = 10;
const BACKOFF_MS = 500;
const GIVE_BACK_MS = 5000;
/** How long a database without room, or a server that is away, is waited out: as long as a draft is tried. */
const OUTAGE_HOURS = 24;

/** Steps 5 to 8 over and over: claims the next event, runs it in one transaction, and settles its row with it. */
export function createInboxWorker(deps: InboxDeps): Pump {
  const readDocument = createDocumentDesk({ ...deps, repos: deps.store.repos });
  const desk = { ...deps, readDocument, askedToday: new Set<string>() };
  return createPump({
    parallel: PARALLEL,
    take: (most) => deps.store.repos.inbox.claim(most),
    work: (entry) => workOff(entry, desk),
    renew: (entry) => deps.store.repos.inbox.renew(entry),
    giveBack: (entry, reason) => giveBack(entry, reason, deps),
    logger: deps.logger,
  });
}

async function workOff(entry: InboxEntry, shared: WorkerDeps & DocumentDesk): Promise<void> {
  shared.meter?.count('publicity_claims_total', 'inbox');
  const started = performance.now();
  const trace = entry.event.eventId;
  const deps = { ...shared, trace, logger: shared.logger.child({ trace, event: entry.key }) };
  try {
    // More tries than failures are recorded for: the event ends the whole process each time.
    if (entry.attempt > CRASHES) throw new Error('this event has never come to an end');
    const members = await resolveMembers(entry, deps);
    const lastTry = entry.attempt >= ATTEMPTS;
    const quoted = await readQuoted(entry.event, { ...deps, lastTry });
    const document = await deps.readDocument(entry.event, { lastTry, logger: deps.logger });
    const sheet = await readSentSheet(entry.event, { ...deps, lastTry });
    const sources = await readSources(entry.event, deps);
    const read = { members, quoted, document, sheet, sources };
    const what = await deps.store.transaction((repos) => runEvent(repos, entry, { ...deps, ...read }), trace);
    deps.logger.info({ outcome: what, attempt: entry.attempt }, 'event handled');
    deps.meter?.count('publicity_events_handled_total', 'done');
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    await settleFailure(entry, error, deps);
  }
  deps.meter?.observe('publicity_event_seconds', (performance.now() - started) / 1000);
  deps.onPlanned();
}

/** Step 8: the event's effects and the end of its inbox row, all or nothing. */
async function runEvent(
  repos: Repos,
  entry: InboxEntry,
  deps: InboxDeps & { members: readonly ChatMember[] },
): Promise<string> {
  const { event } = entry;
  const outcome = await runKind();
  if (outcome.kind === 'park') await repos.inbox.park(entry, outcome.what);
  else await repos.inbox.finish(entry, outcome.what);
  return outcome.what;

  async function runKind(): Promise<{ kind: 'done' | 'park'; what: string }> {
    switch (event.kind) {
      case 'message':
        await learnSender(repos, event, deps.members);
        return handleMessage(repos, event, deps);
      case 'recall':
        return { kind: 'done', what: await handleRecall(repos, event, deps) };
      case 'bot-added':
        await handleBotAdded(repos, event, deps.members, deps);
        return { kind: 'done', what: event.kind };
      case 'bot-removed':
        await handleBotRemoved(repos, event, deps);
        return { kind: 'done', what: event.kind };
      case 'member-joined':
      case 'member-left':
        await handleMembersChanged(repos, event, deps);
        return { kind: 'done', what: event.kind };
    }
  }
}

/**
 * Step 7's reading from the platform, outside any transaction: the member list when the bot joins, or when somebody
 * speaks whose name it does not know, and once a day. Names are a comfort: without an answer the event goes on without them.
 */
async function resolveMembers({ event }: InboxEntry, deps: WorkerDeps): Promise<readonly ChatMember[]> {
  if (event.kind !== 'bot-added' && !isFirstToday() && !(await isStranger())) return [];
  try {
    return await deps.platform.members(event.chatId);
  } catch (err) {
    deps.logger.warn({ err }, 'member list not available');
    return [];
  }

  /** Who came or left while the bot was down for longer than the platform repeats its events is seen here. */
  function isFirstToday(): boolean {
    if (event.kind !== 'message' || event.chatType !== 'group') return false;
    const key = `${event.chatId} ${dateOf(deps.clock.now()).toString()}`;
    const first = !deps.askedToday.has(key);
    deps.askedToday.add(key);
    return first;
  }

  async function isStranger(): Promise<boolean> {
    if (event.kind !== 'message' || event.chatType !== 'group') return false;
    return (await deps.store.repos.people.name(event.senderId)) === undefined;
  }
}

async function learnSender(repos: Repos, event: MessageEvent, members: readonly ChatMember[]): Promise<void> {
  // Whoever holds both holds the group first: two who wait for each other would have to begin anew.
  await repos.groups.hold(event.chatId);
  if (members.length > 0) await reconcileMembers(repos, event.chatId, members, event.sentAt);
  const named = event.mentions.filter((mention) => !mention.isBot && mention.name !== '');
  await repos.people.learn(named.map(({ personId, name }) => ({ id: personId, name })));
}

async function settleFailure(
  entry: InboxEntry,
  error: unknown,
  deps: InboxDeps & { trace: string },
): Promise<void> {
  const { event, attempt } = entry;
  if (error instanceof UserError && event.kind === 'message') {
    await deps.store.transaction(async (repos) => {
      await learnSender(repos, event, []);
      if (error instanceof OpenQuestion) {
        await askWriter(repos, event, { open: error, locale: deps.locale });
        return repos.inbox.park(entry, error.code);
      }
      await answerMistake(repos, event, error, deps);
      await repos.inbox.finish(entry, error.code);
    }, deps.trace);
    deps.meter?.count('publicity_events_handled_total', 'explained');
    deps.logger.info({ outcome: error.code }, 'event answered with an explanation');
    return;
  }
  if (isOutage(error) && isYoung(entry, deps.clock)) {
    deps.logger.warn({ err: error }, 'event waits for the database');
    await giveBack(entry, error, deps);
    deps.meter?.count('publicity_events_handled_total', 'retried');
    return;
  }
  if (attempt < ATTEMPTS && canPass(error)) {
    deps.logger.warn({ err: error, attempt }, 'event failed and will be tried again');
    await deps.store.repos.inbox.retry(entry, BACKOFF_MS * 2 ** attempt, 'retry');
    deps.meter?.count('publicity_events_handled_total', 'retried');
    return;
  }
  const incident = deps.ids.next().slice(0, 8);
  deps.logger.error({ err: error, incident }, 'event given up');
  await deps.store.transaction(async (repos) => {
    if (event.kind === 'message') await answerBug(repos, event, incident, deps);
    await repos.inbox.fail(entry, incident);
  }, deps.trace);
  deps.meter?.count('publicity_events_handled_total', 'failed');
}

/** While the database has no room or is away, which is none of the event's doing, the try does not count. */
function giveBack(entry: InboxEntry, reason: unknown, { store, clock }: InboxDeps): Promise<void> {
  const { inbox } = store.repos;
  return isOutage(reason) && isYoung(entry, clock)
    ? inbox.postpone(entry, GIVE_BACK_MS, 'waits for the database')
    : inbox.retry(entry, GIVE_BACK_MS, 'given back');
}

function isYoung({ receivedAt }: InboxEntry, clock: Clock): boolean {
  const giveUp = fromStamp(receivedAt).add({ hours: OUTAGE_HOURS });
  return clock.now().epochMilliseconds < giveUp.epochMilliseconds;
}

/** Trouble of the network or the database may be over in a second. A bug stays: tries would only hold up its chat. */
function canPass(error: unknown): boolean {
  return error instanceof RemoteError ? error.kind === 'transient' : isPassing(error);
}

import { setTimeout as wait } from 'node:timers/promises';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { MessageEvent, StoredEvent } from '../../domain/message/inbound.ts';
import { type Clock, dateOf } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Repos } from '../../store/create-store.ts';
import { isAllowed } from '../authorize.ts';
import { readArguments } from '../grammar/read-arguments.ts';
import { findSender } from '../identify.ts';
import { type ParseDeps, parseMessage } from '../parse-message.ts';
import type { ChangedSource, Platform, Sources } from '../ports.ts';
import { readItems } from './read-items.ts';

export interface SourcesDeps extends ParseDeps {
  readonly store: { readonly repos: Repos };
  readonly clock: Clock;
  readonly platform: Pick<Platform, 'message'>;
  readonly logger: Logger;
}

/** At most 40 a second: the platform takes 50 of an app's reads. Nobody waits longer for a report than the budget. */
const PARALLEL = 4;
const PAUSE_MS = 100;
const BUDGET_MS = 6000;

/**
 * Step 7 for a command that prints a month: reads back the messages its items came from, the newest first, since the
 * platform tells nobody of an edit. What can't be read, or not in time, is left out and logged by id.
 */
export async function readSources(event: StoredEvent, deps: SourcesDeps): Promise<Sources> {
  const wanted = event.kind === 'message' ? await findWanted(event, deps) : undefined;
  return wanted === undefined ? new Map() : readAll(wanted, deps);
}

interface Wanted {
  readonly groupId: string;
  readonly messageIds: readonly string[];
}

async function findWanted(event: MessageEvent, deps: SourcesDeps): Promise<Wanted | undefined> {
  const read = parseMessage(event, deps);
  const command = read.kind === 'command' ? deps.registry.command(read.name) : undefined;
  if (read.kind !== 'command' || command === undefined) return undefined;
  const raw = readArguments(command.shape, read.argsText, event.mentions);
  const month = command.readsBack(raw, dateOf(deps.clock.now()));
  const sender = month === undefined ? undefined : await findSender(event, deps);
  if (month === undefined || sender === undefined || !isAllowed(sender.actor, command.roles))
    return undefined;
  // What is final is not made anew from its messages.
  if ((await deps.store.repos.reports.frozenMonths(sender.group.id)).has(month)) return undefined;
  const items = await deps.store.repos.items.ofMonth(sender.group.id, month);
  const live = items.filter(({ state }) => state !== 'withdrawn' && state !== 'merged');
  const messageIds = live.map(messageOf).filter((id) => id.startsWith('om_'));
  return { groupId: sender.group.id, messageIds: [...new Set(messageIds)].reverse() };
}

/** The message an item came with: the first of several is known by its id, the others by `om_…#2` and so on. */
export function messageOf(item: ItemRecord): string {
  return item.sourceMessageId.split('#')[0] ?? '';
}

async function readAll({ groupId, messageIds }: Wanted, deps: SourcesDeps): Promise<Sources> {
  const found = new Map<string, ChangedSource | undefined>();
  const end = performance.now() + BUDGET_MS;
  for (let next = 0; next < messageIds.length && performance.now() < end; next += PARALLEL) {
    const batch = messageIds.slice(next, next + PARALLEL);
    const readings = batch.map(async (id) => {
      const reading = await readOne(id, groupId, deps);
      if (reading !== 'unread') found.set(id, reading);
    });
    const paced = Promise.all([...readings, wait(PAUSE_MS)]);
    await Promise.race([paced, wait(end - performance.now(), undefined, { ref: false })]);
  }
  const unread = messageIds.length - found.size;
  if (unread > 0) deps.logger.warn({ unread }, 'some messages of the month were not read back');
  return new Map(found);
}

async function readOne(
  id: string,
  groupId: string,
  deps: SourcesDeps,
): Promise<ChangedSource | undefined | 'unread'> {
  try {
    const message = await deps.platform.message(id);
    if (message === undefined || message.deleted) return { kind: 'gone' };
    return message.edited ? { kind: 'edited', items: readItems(message, groupId, deps) } : undefined;
  } catch (err) {
    deps.logger.warn({ err, message: id }, 'message not read back');
    return 'unread';
  }
}

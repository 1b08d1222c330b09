import { type Clock, dateOf, toStamp } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/create-store.ts';
import { ANSWERABLE_DAYS } from './open-question.ts';

/**
 * Days for which the bot remembers what it has dealt with: ids of events, sent messages, recalls and clicks. The
 * platform pushes an event again for some seven hours; the rest is room for an outage and for looking into a complaint.
 */
const KEPT_DAYS = 30;

export interface CleanUpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Once a day (Asia/Shanghai), whoever asks and however often: deletes what is older than `KEPT_DAYS`, and lets go of
 * messages whose question nobody has answered for `ANSWERABLE_DAYS`. Cut short, it goes on the next day.
 */
export async function cleanUp({ store, clock, logger }: CleanUpDeps): Promise<void> {
  const { records, retention } = store.repos;
  const now = clock.now();
  const day = { schedule: 'clean-up', groupId: '', due: dateOf(now).toString() };
  // Looked at first: the attempt to record it would be a write every minute.
  if (await records.hasFired(day.schedule, day.groupId, day.due)) return;
  if (!(await records.fire({ ...day, at: toStamp(now), outcome: '' }))) return;
  const before = toStamp(now.subtract({ hours: ANSWERABLE_DAYS * 24 }));
  const unanswered = await store.repos.inbox.giveUp({ before });
  const deleted = await retention.deleteBefore(toStamp(now.subtract({ hours: KEPT_DAYS * 24 })));
  await records.conclude({ ...day, outcome: `deleted ${deleted}` });
  logger.info({ deleted, unanswered }, 'old rows cleaned up');
}

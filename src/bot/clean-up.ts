import { type Retention, USUAL_RETENTION } from '../domain/machine/retention.ts';
import { type Clock, dateOf, type Instant, toStamp } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/create-store.ts';
import { ANSWERABLE_DAYS } from './open-question.ts';

export interface CleanUpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Default: `USUAL_RETENTION`. */
  readonly retention?: Retention | undefined;
  /** Deletes kept bytes by their hash. Without it, files stay. */
  readonly removeBlob?: ((hash: string) => Promise<void>) | undefined;
}

/**
 * Once a day (Asia/Shanghai), whoever asks and however often: deletes what has been kept for as long as it is to be, and
 * lets go of messages whose question nobody has answered for `ANSWERABLE_DAYS`. Cut short, it goes on the next day.
 */
export async function cleanUp(deps: CleanUpDeps): Promise<void> {
  const { store, clock, logger } = deps;
  const { records } = store.repos;
  const now = clock.now();
  const day = { schedule: 'clean-up', groupId: '', due: dateOf(now).toString() };
  // Looked at first: the attempt to record it would be a write every minute.
  if (await records.hasFired(day.schedule, day.groupId, day.due)) return;
  if (!(await records.fire({ ...day, at: toStamp(now), outcome: '' }))) return;
  const unanswered = await store.repos.inbox.giveUp({ before: daysBefore(now, ANSWERABLE_DAYS) });
  const { traces, deliveries, auditLog } = deps.retention ?? USUAL_RETENTION;
  const deleted = await store.repos.retention.deleteBefore({
    traces: daysBefore(now, traces),
    deliveries: daysBefore(now, deliveries),
    ...(auditLog > 0 && { auditLog: daysBefore(now, auditLog) }),
  });
  const files = await forgetFiles(deps, now);
  await records.conclude({ ...day, outcome: `deleted ${deleted}` });
  logger.info({ deleted, files, unanswered }, 'old rows cleaned up');
}

/** Bytes first: cut short in between, the row is found again the next day. Says how many. */
async function forgetFiles({ store, retention, removeBlob }: CleanUpDeps, now: Instant): Promise<number> {
  const { withdrawnFiles } = retention ?? USUAL_RETENTION;
  if (withdrawnFiles === 0 || removeBlob === undefined) return 0;
  const files = await store.repos.retention.oldFiles(daysBefore(now, withdrawnFiles));
  for (const file of files) {
    if (!(await store.repos.retention.isShared(file))) await removeBlob(file.blob);
    await store.repos.retention.forgetFile(file.id);
  }
  return files.length;
}

function daysBefore(now: Instant, days: number): string {
  return toStamp(now.subtract({ hours: days * 24 }));
}

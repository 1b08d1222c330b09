import type { OpenedDatabase } from './database.ts';
import type { Inbox } from './inbox.ts';
import type { Outbox } from './outbox.ts';
import { isOutage } from './passing-error.ts';
import type { AttachmentRepo } from './repos/attachments.ts';

interface Queues {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly attachments: AttachmentRepo;
}

/** A fraction of the shortest lease. */
const LOOK_MS = 5_000;

/**
 * Takes over what processes that are gone had in hand. On a database of this process's own that is everything, and done
 * once; on one that others work on as well it is what nobody has renewed in time, and is looked for again and again until
 * `stop`.
 */
export async function takeOver(queues: Queues, { isShared }: Pick<OpenedDatabase, 'isShared'>) {
  if (!isShared) {
    await recover(queues, false);
    return { stop: () => undefined };
  }
  // A bot that is started in the midst of an outage goes to work when it is over.
  await recover(queues, true).catch(throwUnlessOutage);
  let isLooking = false;
  const look = async () => {
    // One that waits (for a row that somebody else has locked) would only be joined by the next.
    if (isLooking) return;
    isLooking = true;
    // One that fails is made up for by the next: the server may be away for a while.
    await recover(queues, true).catch(() => undefined);
    isLooking = false;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function recover({ inbox, outbox, attachments }: Queues, expiredOnly: boolean): Promise<void> {
  await inbox.recover({ expiredOnly });
  await outbox.recover({ expiredOnly });
  // Claims of these end by themselves.
  if (!expiredOnly) await attachments.recover();
}

function throwUnlessOutage(error: unknown): void {
  if (!isOutage(error)) throw error;
}

import { createAttachmentWorker } from '../bot/attachment-worker.ts';
import type { AnySchedule } from '../bot/define-schedule.ts';
import { createInboxWorker, type InboxDeps } from '../bot/inbox-worker.ts';
import { timeRenders } from '../bot/metrics/time-renders.ts';
import { createOutboxSender } from '../bot/outbox-sender.ts';
import { createPacer, NO_LIMITS, type Pacer, PLATFORM_LIMITS } from '../bot/pacer.ts';
import type { Blobs, MeasureDisk } from '../bot/ports.ts';
import { startSchedules } from '../bot/run-schedules.ts';
import { SharedPacer } from '../bot/shared-pacer.ts';
import { createDiskWatch } from '../bot/watch-disk.ts';
import type { Retention } from '../domain/machine/retention.ts';
import { inspectFile } from '../files/media/inspect-file.ts';
import type { PdfMaker } from '../report/pdf/create-pdf-maker.ts';
import type { OwnTemplate } from '../report/template.ts';
import type { SendLimits } from '../store/book-sends.ts';
import { createDocumentReader } from './create-document-reader.ts';
import { createThreadRenderer } from './create-thread-renderer.ts';
import { sheets } from './sheets.ts';

export interface Workers {
  /** There may be something new in the inbox or outbox. */
  wake(): void;
  /** There is something new in the inbox. */
  wakeInbox(): void;
  /** Looks for due schedules now; resolves when what follows is stored. */
  runSchedules(): Promise<void>;
  /** Takes nothing new and resolves when what is in hand is done. */
  stop(): Promise<void>;
  /** Gives back what is still in hand, for others or the next start. */
  abandon(): Promise<void>;
}

export interface WorkerDeps extends Omit<InboxDeps, 'onPlanned' | 'documents' | 'sheets'> {
  readonly schedules: readonly AnySchedule[];
  readonly blobs: Blobs;
  readonly limits: SendLimits | undefined;
  readonly ownTemplates: readonly OwnTemplate[];
  readonly pdf: PdfMaker | undefined;
  readonly measureDisk: MeasureDisk;
  readonly retention: Retention | undefined;
}

/** Starts what works in the background: the inbox, the outbox, the files of items and the schedules. */
export function createWorkers(deps: WorkerDeps): Workers {
  const { blobs } = deps;
  const outbox = createOutboxSender({
    ...deps,
    renderer: timeRenders(
      createThreadRenderer(deps.ownTemplates, (hash) => blobs.get(hash)),
      deps.meter,
    ),
    sheets,
    makePdf: deps.pdf?.make,
    pacer: choosePacer(deps),
  });
  const inbox = createInboxWorker({
    ...deps,
    documents: createDocumentReader(deps.logger),
    sheets,
    onPlanned: outbox.wake,
  });
  const attachments = createAttachmentWorker({
    ...deps,
    inspect: inspectFile,
    onPlanned: outbox.wake,
  });
  const wake = () => {
    inbox.wake();
    outbox.wake();
  };
  const jobs = startSchedules({
    ...deps,
    onPlanned: outbox.wake,
    prepare: createDiskWatch(deps),
    removeBlob: (hash) => blobs.remove(hash),
  });
  return {
    wake,
    wakeInbox: inbox.wake,
    runSchedules: jobs.runNow,
    async stop() {
      await Promise.all([inbox.stop(), jobs.stop(), attachments.stop()]);
      // What is being converted is converted anew at the next start.
      deps.pdf?.stop();
      await outbox.stop();
    },
    async abandon() {
      await Promise.allSettled([inbox, outbox, attachments].map((pump) => pump.abandon()));
    },
  };
}

/** The platform counts what all processes send together. */
function choosePacer({ store, limits = PLATFORM_LIMITS, ids }: WorkerDeps): Pacer {
  if (store.bookSends === undefined || limits === NO_LIMITS) return createPacer(limits);
  return new SharedPacer({ limits, book: store.bookSends, ids });
}

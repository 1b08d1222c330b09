import { type AttachmentRefusal, LARGEST_ATTACHMENT_BYTES } from '../domain/item/attachment.ts';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { type Locale, texts } from '../kernel/text/texts.ts';
import type { Repos, Store } from '../store/create-store.ts';
import type { AttachmentJob } from '../store/repos/attachments.ts';
import { fileLine } from './items/file-line.ts';
import type { Blobs, Inspect, Platform } from './ports.ts';
import { createPump, type Pump } from './pump.ts';

export interface AttachmentDeps {
  readonly store: Store;
  readonly platform: Pick<Platform, 'resource'>;
  readonly blobs: Blobs;
  readonly inspect: Inspect;
  readonly locale: Locale;
  readonly logger: Logger;
  /** Called when there may be something to tell a sender. */
  readonly onPlanned: () => void;
}

/** Each file is held in memory whole, 20 MB at most. */
const PARALLEL = 2;
/** First wait before a repeat, doubled each time up to the longest: some eight hours in all, an outage of a night. */
const BACKOFF_MS = 1000;
const LONGEST_MS = 30 * 60_000;
const ATTEMPTS = 26;
const GIVE_BACK_MS = 5000;

/** The platform's codes that say why: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-resource/get */
const REASONS: Readonly<Record<string, AttachmentRefusal>> = {
  'too-large': 'too-large',
  '234037': 'too-large',
  '234038': 'protected',
};

/** Fetches the files of items one after another, outside any transaction, and keeps them as blobs. */
export function createAttachmentWorker(deps: AttachmentDeps): Pump {
  return createPump({
    parallel: PARALLEL,
    take: (most) => deps.store.repos.attachments.claim(most),
    work: (job) => fetchFile(job, deps),
    renew: (job) => deps.store.repos.attachments.renew(job),
    giveBack: ({ id }) => deps.store.repos.attachments.retry(id, GIVE_BACK_MS),
    logger: deps.logger,
  });
}

async function fetchFile(job: AttachmentJob, deps: AttachmentDeps): Promise<void> {
  const log = deps.logger.child({ trace: traceOf(job), attempt: job.attempt });
  try {
    const kind = job.kind === 'image' ? 'image' : 'file';
    const bytes = await deps.platform.resource(job.messageId, job.fileKey, kind, LARGEST_ATTACHMENT_BYTES);
    const found = deps.inspect(bytes);
    if (!found.ok) return await refuse(job, found.reason, deps);
    const blob = await deps.blobs.put(found.bytes);
    const { mediaType } = found;
    await deps.store.repos.attachments.keep(job.id, { blob, bytes: found.bytes.length, mediaType });
    log.info({ mediaType, bytes: found.bytes.length }, 'attachment kept');
  } catch (err) {
    log.warn({ err }, 'attachment not fetched');
    await settleFailure(job, err, deps);
  }
}

async function settleFailure(job: AttachmentJob, error: unknown, deps: AttachmentDeps): Promise<void> {
  const final = error instanceof RemoteError && (error.kind === 'content' || error.kind === 'target');
  if (final) return refuse(job, REASONS[error.code] ?? 'gone', deps);
  if (job.attempt >= ATTEMPTS) return refuse(job, 'unavailable', deps);
  const wait = Math.min(BACKOFF_MS * 2 ** (job.attempt - 1), LONGEST_MS);
  const asked = error instanceof RemoteError ? (error.retryAfterMs ?? 0) : 0;
  await deps.store.repos.attachments.retry(job.id, Math.max(wait, asked));
}

/** Given up: its sender hears of it, once. */
async function refuse(job: AttachmentJob, reason: AttachmentRefusal, deps: AttachmentDeps): Promise<void> {
  await deps.store.transaction(async (repos) => {
    await repos.attachments.fail(job.id, reason);
    await tellSender(repos, job, deps.locale);
  }, traceOf(job));
  deps.onPlanned();
}

/** The event that brought the file may be long gone: the file itself is what the log follows. */
function traceOf(job: AttachmentJob): string {
  return `attachment ${job.id}`;
}

async function tellSender(repos: Repos, job: AttachmentJob, locale: Locale): Promise<void> {
  const file = (await repos.attachments.ofItem(job.itemId)).find(({ id }) => id === job.id);
  const item = await repos.items.byId(job.itemId);
  // Recalled meanwhile: nobody waits for it.
  if (file === undefined || item === undefined || file.reason === 'recalled') return;
  const text = texts(locale).attachments.told(item.serial, item.title, [fileLine(file, locale)]);
  await repos.outbox.add({
    key: `attachment:${job.id}`,
    groupId: item.groupId,
    target: { kind: 'person', personId: item.authorId },
    message: { kind: 'notice', text },
  });
}

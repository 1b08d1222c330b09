import { LARGEST_ATTACHMENT_BYTES } from '../domain/item/attachment.ts';
import type { Attachment, MessageEvent, StoredEvent } from '../domain/message/inbound.ts';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Repos } from '../store/create-store.ts';
import { type ParseDeps, parseMessage } from './parse-message.ts';
import type { DocumentReader, DocumentReading, Platform } from './ports.ts';

/** A Word file that somebody sent, or why it can't be had. */
export type SentDocument =
  | DocumentReading
  | { readonly ok: false; readonly reason: 'protected' | 'gone' | 'unavailable' };

/** About one try to read. */
interface Attempt {
  readonly lastTry: boolean;
  readonly logger: Logger;
}

export interface DocumentDeps extends ParseDeps {
  readonly repos: Pick<Repos, 'groups'>;
  readonly platform: Pick<Platform, 'resource'>;
  readonly documents: DocumentReader;
}

/** What we try to read by its name; what it is, its bytes tell. */
const WORD = /\.(?:docx?|wps)$/i;
const PROTECTED = '234038';
const TOO_LARGE: ReadonlySet<string> = new Set(['too-large', '234037']);

/**
 * Step 7 for a Word file sent in private without a command: fetches and reads it, outside any transaction and one after
 * another, so that any number of files takes the memory of one. Throws for a passing fault, unless it is the last try.
 */
export function createDocumentDesk(deps: DocumentDeps) {
  let last: Promise<unknown> = Promise.resolve();
  return async (event: StoredEvent, attempt: Attempt): Promise<SentDocument | undefined> => {
    const file = event.kind === 'message' ? wordFileOf(event, deps) : undefined;
    if (event.kind !== 'message' || file === undefined) return undefined;
    if ((await deps.repos.groups.ofPerson(event.senderId)).length === 0) return undefined;
    const next = last.then(() => fetchAndRead(event.messageId, file, { ...deps, ...attempt }));
    last = next.catch(() => undefined);
    return next;
  };
}

function wordFileOf(event: MessageEvent, deps: ParseDeps): Attachment | undefined {
  const [file, another] = event.attachments;
  if (event.chatType !== 'private' || file?.kind !== 'file' || another !== undefined) return undefined;
  return WORD.test(file.name ?? '') && parseMessage(event, deps).kind === 'talk' ? file : undefined;
}

async function fetchAndRead(
  messageId: string,
  file: Attachment,
  deps: DocumentDeps & Attempt,
): Promise<SentDocument> {
  try {
    const bytes = await deps.platform.resource(messageId, file.key, 'file', LARGEST_ATTACHMENT_BYTES);
    return await deps.documents(bytes);
  } catch (err) {
    const known = err instanceof RemoteError ? err : undefined;
    if (known?.kind === 'transient' && !deps.lastTry) throw err;
    deps.logger.warn({ err }, 'document not available');
    if (known !== undefined && TOO_LARGE.has(known.code)) return { ok: false, reason: 'too-large' };
    if (known?.code === PROTECTED) return { ok: false, reason: 'protected' };
    return { ok: false, reason: known?.kind === 'content' ? 'gone' : 'unavailable' };
  }
}

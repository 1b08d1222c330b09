import { isRosterSheet } from '../domain/department/plan-roster.ts';
import type { Attachment, StoredEvent } from '../domain/message/inbound.ts';
import type { Clock } from '../kernel/clock.ts';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Repos } from '../store/create-store.ts';
import { isAllowed } from './authorize.ts';
import { findSender } from './identify.ts';
import type { Platform, SheetReading, Sheets } from './ports.ts';

export interface RosterDeps {
  readonly store: { readonly repos: Repos };
  readonly clock: Clock;
  readonly platform: Pick<Platform, 'resource'>;
  readonly sheets: Pick<Sheets, 'read'>;
  readonly logger: Logger;
  /** After this there is no further try: the event goes on without. */
  readonly lastTry: boolean;
}

/** A roster of a few hundred rows takes a hundredth of this. */
const LARGEST_BYTES = 2 * 1024 * 1024;

/**
 * Step 7 for a message that is one .xlsx file, sent by an admin in private: reads the sheet, outside any transaction.
 * Undefined for any other sheet than a roster, which is then a file like all others. Throws for a passing fault, so
 * that the event is tried again. Whether the sender still is an admin is asked again when the command runs.
 */
export async function readRoster(event: StoredEvent, deps: RosterDeps): Promise<SheetReading | undefined> {
  const file = soleSheet(event);
  if (file === undefined || event.kind !== 'message') return undefined;
  const sender = (await findSender(event, deps))?.actor;
  if (sender === undefined || !isAllowed(sender, ['admin'])) return undefined;
  const reading = await fetchSheet({ messageId: event.messageId, key: file.key }, deps);
  if (reading?.ok) return isRosterSheet(reading.rows) ? reading : undefined;
  // What can't be read may be meant for an item, if this person sends any.
  return sender.departments.length > 0 ? undefined : reading;
}

function soleSheet(event: StoredEvent): Attachment | undefined {
  if (event.kind !== 'message' || event.chatType !== 'private' || event.text.trim() !== '') return undefined;
  const [file, ...more] = event.attachments;
  if (file?.kind !== 'file' || more.length > 0) return undefined;
  return /\.xlsx$/i.test(file.name ?? '') ? file : undefined;
}

async function fetchSheet(
  { messageId, key }: { messageId: string; key: string },
  deps: RosterDeps,
): Promise<SheetReading | undefined> {
  try {
    return await deps.sheets.read(await deps.platform.resource(messageId, key, 'file', LARGEST_BYTES));
  } catch (err) {
    if (!(err instanceof RemoteError)) throw err;
    if (err.kind === 'transient' && !deps.lastTry) throw err;
    if (err.code === 'too-large') return { ok: false, reason: 'too-large' };
    deps.logger.warn({ err }, 'sheet not available');
    return { ok: false, reason: 'damaged' };
  }
}

import type { Attachment, StoredEvent } from '../domain/message/inbound.ts';
import type { Clock } from '../kernel/clock.ts';
import { RemoteError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Repos } from '../store/create-store.ts';
import { isAllowed } from './authorize.ts';
import { findSender } from './identify.ts';
import type { Platform, SheetReading, Sheets } from './ports.ts';
import type { Registry } from './registry.ts';

export interface SheetDeps {
  readonly store: { readonly repos: Repos };
  readonly clock: Clock;
  readonly platform: Pick<Platform, 'resource'>;
  readonly sheets: Pick<Sheets, 'read'>;
  readonly registry: Registry;
  readonly logger: Logger;
  /** After this there is no further try: the event goes on without. */
  readonly lastTry: boolean;
}

/** A sheet that is a call of a command without a word. */
export interface SentSheet {
  readonly command: string;
  readonly reading: SheetReading;
}

/** A roster of a few hundred rows takes a hundredth of this. */
const LARGEST_BYTES = 2 * 1024 * 1024;

/**
 * Step 7 for a message that is one .xlsx file, sent in private by someone who may use a command that takes sheets: reads
 * it, outside any transaction. Undefined for a sheet with another first row, which is then a file like all others.
 * Throws for a passing fault, so that the event is tried again. Whether the sender still may is asked again when the
 * command runs.
 */
export async function readSentSheet(event: StoredEvent, deps: SheetDeps): Promise<SentSheet | undefined> {
  const file = soleSheet(event);
  if (file === undefined || event.kind !== 'message') return undefined;
  const sender = (await findSender(event, deps))?.actor;
  if (sender === undefined) return undefined;
  const takers = deps.registry.commands.filter(
    (one) => one.sheets.length > 0 && isAllowed(sender, one.roles),
  );
  if (takers.length === 0) return undefined;
  const reading = await fetchSheet({ messageId: event.messageId, key: file.key }, deps);
  const taker = reading?.ok
    ? takers.find(({ sheets }) => sheets.some((header) => hasHeader(reading.rows, header)))
    : takers.at(-1);
  // What can't be read may be meant for an item, if this person sends any.
  if (reading === undefined || (!reading.ok && sender.departments.length > 0)) return undefined;
  return taker && { command: taker.name, reading };
}

/** Whether a sheet begins with these columns. */
export function hasHeader([first = []]: readonly (readonly string[])[], header: readonly string[]): boolean {
  return header.every((column, index) => first[index]?.trim() === column);
}

function soleSheet(event: StoredEvent): Attachment | undefined {
  if (event.kind !== 'message' || event.chatType !== 'private' || event.text.trim() !== '') return undefined;
  const [file, ...more] = event.attachments;
  if (file?.kind !== 'file' || more.length > 0) return undefined;
  return /\.xlsx$/i.test(file.name ?? '') ? file : undefined;
}

async function fetchSheet(
  { messageId, key }: { messageId: string; key: string },
  deps: SheetDeps,
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

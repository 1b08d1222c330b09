import { z } from 'zod';
import type { OutgoingMessage, WireMessage } from '../../domain/message/outgoing.ts';
import { RemoteError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { Draft } from '../../store/draft.ts';
import type { StoredVersion } from '../../store/repos/reports.ts';
import type { OnlineDocument, Platform } from '../ports.ts';
import { makeReportFile, type ReportDeps } from './make-report-file.ts';

export interface OnlineDeps extends ReportDeps {
  readonly platform: Platform;
}

/** How far a draft has come. */
const step = z.union([
  z.object({ ticket: z.string() }),
  z.object({ token: z.string(), url: z.string(), shortened: z.boolean() }),
]);
type Step = z.output<typeof step>;

const LOOK_AGAIN_MS = 1000;

/**
 * Makes the online document of a version whose Word file is out, lets the chat read it, and gives the line with the link.
 * Each step is recorded with the draft, so that a repeat goes on where it was. Throws kind transient while there is
 * something to wait for.
 */
export async function publishOnline(
  draft: Draft,
  message: Extract<OutgoingMessage, { kind: 'online-document' }>,
  deps: OnlineDeps,
): Promise<WireMessage> {
  const { name, bytes, report } = await makeReportFile(message, deps);
  await checkFileIsOut(report, message, deps);
  const record = async <S extends Step>(next: S): Promise<S> => {
    await deps.store.repos.outbox.setPrepared(draft, JSON.stringify(next));
    return next;
  };
  const begun =
    draft.prepared === undefined
      ? await record({ ticket: await deps.platform.startImport(name, bytes) })
      : step.parse(JSON.parse(draft.prepared));
  const made = 'ticket' in begun ? await record(await findDocument(begun.ticket, deps)) : begun;
  if (draft.target.kind === 'chat') await deps.platform.shareDocument(made.token, draft.target.chatId);
  const { online, onlineShortened } = texts(deps.locale).delivery;
  const link = { label: name.replace(/\.docx$/, ''), url: made.url };
  return { kind: 'notice', text: made.shortened ? onlineShortened : online, link };
}

/** The link is of no use before the file that it belongs to, and must not take its place. */
async function checkFileIsOut(
  report: StoredVersion,
  { stage }: Extract<OutgoingMessage, { kind: 'online-document' }>,
  { store }: OnlineDeps,
): Promise<void> {
  const frozen = stage === 'final' && report.kind === 'report' ? report.frozen : undefined;
  const file = await store.repos.outbox.find((frozen ?? report).draftKey);
  if (file?.state === 'ready' || file?.state === 'leased') throw new NotYet('word-file-not-out');
}

async function findDocument(ticket: string, { platform }: OnlineDeps): Promise<OnlineDocument> {
  const document = await platform.importedDocument(ticket);
  if (document === undefined) throw new NotYet('import-running');
  return document;
}

class NotYet extends RemoteError {
  constructor(code: string) {
    super('transient', code, { retryAfterMs: LOOK_AGAIN_MS });
  }
}

import { LARGEST_FILE, type OutgoingMessage, type WireMessage } from '../domain/message/outgoing.ts';
import { describeMonth } from '../domain/period/month.ts';
import { writeCsv } from '../domain/table/write-csv.ts';
import type { Logger } from '../kernel/logger.ts';
import { texts } from '../kernel/text/texts.ts';
import type { Draft } from '../store/draft.ts';
import type { MakePdf, Platform, Sheets } from './ports.ts';
import { nameTemplate } from './report/find-template.ts';
import {
  makeReducedFile,
  makeReportCards,
  makeReportFile,
  type ReportDeps,
  type ReportFile,
} from './report/make-report-file.ts';
import { publishOnline } from './report/publish-online.ts';

export interface PrepareDeps extends ReportDeps {
  readonly platform: Platform;
  readonly sheets: Pick<Sheets, 'write'>;
  /** Absent where the machine has no program for it. */
  readonly makePdf?: MakePdf | undefined;
  /** In bytes. Default: what the platform takes. */
  readonly largestFile?: number;
  readonly logger: Logger;
}

type FileMessage = Exclude<OutgoingMessage, { kind: 'card' | 'notice' | 'report-text' | 'online-document' }>;
type Notice = Extract<WireMessage, { kind: 'notice' }>;

/**
 * Step 9: whatever is slow. A report is rendered once, kept under its hash and uploaded once; each of the three is
 * recorded, so that a crash repeats at most the one it interrupted. A sheet is written from what its draft holds. A report
 * too large to be sent goes without its pictures; another file that is, or can't be made, becomes a notice that says so,
 * and what to do.
 */
export async function prepareDraft(draft: Draft, deps: PrepareDeps): Promise<WireMessage> {
  const { message } = draft;
  if (message.kind === 'card' || message.kind === 'notice') return message;
  if (message.kind === 'report-text') return planCards(draft, message, deps);
  if (message.kind === 'online-document') return publishOnline(draft, message, deps);
  if (draft.prepared !== undefined) return { kind: 'file', fileKey: draft.prepared };
  const made = await makeFile(message, deps);
  if ('kind' in made) return made;
  const { largestFile = LARGEST_FILE } = deps;
  const file = made.bytes.length > largestFile ? await leaveOutPictures(draft, made, deps) : made;
  if (file === undefined) return tellTooLarge(made, largestFile, deps);
  const fileKey = await deps.platform.upload(file.name, file.bytes);
  await deps.store.repos.outbox.setPrepared(draft, fileKey);
  return { kind: 'file', fileKey };
}

/** The first card; those after it are drafts of their own behind this one. Same report, same cards, however often. */
async function planCards(
  { key, target, groupId }: Draft,
  message: Extract<OutgoingMessage, { kind: 'report-text' }>,
  deps: PrepareDeps,
): Promise<WireMessage> {
  const [first, ...rest] = await makeReportCards(message, deps);
  for (const [index, card] of rest.entries()) {
    await deps.store.repos.outbox.add({
      key: `${key}:${index + 2}`,
      target,
      ...(groupId !== undefined && { groupId }),
      message: { kind: 'card', card },
    });
  }
  return { kind: 'card', card: first };
}

type MadeFile = Pick<ReportFile, 'name' | 'bytes'> & Partial<ReportFile>;

async function makeFile(message: FileMessage, deps: PrepareDeps): Promise<MadeFile | Notice> {
  switch (message.kind) {
    case 'report':
      return message.form === 'pdf' ? makePdf(message, deps) : makeReportFile(message, deps);
    case 'sample': {
      const name = texts(deps.locale).sampleFile(nameTemplate(deps, message.template));
      return { name, bytes: await deps.renderer.renderSample(message.template) };
    }
    case 'paper':
      return { name: message.name, bytes: await deps.renderer.render(message.template, message.facts) };
    case 'sheet': {
      const { name, rows } = message;
      return { name, bytes: await deps.sheets.write([{ name: 'Sheet1', rows }]) };
    }
    case 'tables':
      return { name: message.name, bytes: await writeFile(message, deps) };
  }
}

async function writeFile(
  { tables, format }: Extract<OutgoingMessage, { kind: 'tables' }>,
  { sheets }: PrepareDeps,
): Promise<Uint8Array> {
  return format === 'csv'
    ? new TextEncoder().encode(writeCsv(tables[0]?.rows ?? []))
    : await sheets.write(tables);
}

/**
 * Printed without a draft's comments and suggested changes, which would stand beside and within the text. Who asked for a
 * PDF has, or can have, the Word file: a failure is told, and not tried for a day.
 */
async function makePdf(
  message: Extract<OutgoingMessage, { kind: 'report' }>,
  deps: PrepareDeps,
): Promise<MadeFile | Notice> {
  const file =
    message.stage === 'final'
      ? await makeReportFile(message, deps)
      : await makeReducedFile(message, 'marks', deps);
  const name = file.name.replace(/\.docx$/, '.pdf');
  const pdf = (await deps.makePdf?.(file.bytes)) ?? { ok: false, reason: 'failed' };
  if (pdf.ok) return { name, bytes: pdf.bytes };
  deps.logger.warn({ reason: pdf.reason, report: file.report.id }, 'no PDF was made');
  const { noPdf, pdfReasons } = texts(deps.locale).delivery;
  return { kind: 'notice', text: noPdf(name, pdfReasons[pdf.reason]) };
}

/** The report without its pictures, if that is enough; the chat is told what is missing. The whole file is kept. */
async function leaveOutPictures(
  { key, target, groupId, message }: Draft,
  made: MadeFile,
  deps: PrepareDeps,
): Promise<MadeFile | undefined> {
  if (message.kind !== 'report' || message.form === 'pdf') return undefined;
  const { largestFile = LARGEST_FILE } = deps;
  const reduced = await makeReducedFile(message, 'pictures', deps);
  if (reduced.bytes.length > largestFile) return undefined;
  const text = texts(deps.locale).delivery.noPictures(
    made.name,
    megabytes(made.bytes.length),
    megabytes(largestFile),
  );
  await deps.store.repos.outbox.add({
    key: `${key}:pictures`,
    target,
    ...(groupId !== undefined && { groupId }),
    message: { kind: 'notice', text },
  });
  return reduced;
}

function tellTooLarge({ name, bytes, report, blob }: MadeFile, most: number, deps: PrepareDeps): Notice {
  const words = texts(deps.locale).delivery;
  const told = words.tooLarge(name, megabytes(bytes.length), megabytes(most));
  if (report === undefined || blob === undefined) return { kind: 'notice', text: `${told}${words.narrow}` };
  deps.logger.error(
    { report: report.id, blob, bytes: bytes.length },
    'file is too large to send; it is kept under that hash',
  );
  const readable = report.kind === 'report' ? words.readable(describeMonth(report.month)) : '';
  return { kind: 'notice', text: `${told}${words.kept}${readable}` };
}

/** Rounded up in the last digit shown, so that a file over a bound never reads as one within it. */
function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
}

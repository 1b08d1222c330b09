import type { OutgoingMessage, WireMessage } from '../domain/message/outgoing.ts';
import { describeSpan } from '../domain/period/span.ts';
import type { ReportEdition, ReportStage } from '../domain/report/report-edition.ts';
import { writeCsv } from '../domain/table/write-csv.ts';
import { type Locale, texts } from '../kernel/text/texts.ts';
import type { Store } from '../store/create-store.ts';
import type { Draft } from '../store/draft.ts';
import type { StoredVersion } from '../store/repos/reports.ts';
import type { Blobs, Platform, Renderer, Sheets, TemplateInfo } from './ports.ts';
import { nameTemplate } from './report/find-template.ts';

export interface PrepareDeps {
  readonly store: Store;
  readonly platform: Platform;
  readonly renderer: Renderer;
  readonly templates: readonly TemplateInfo[];
  readonly blobs: Blobs;
  readonly sheets: Pick<Sheets, 'write'>;
  readonly locale: Locale;
}

/**
 * Step 9: whatever is slow. A report is rendered once, kept under its hash and uploaded once; each of the three is
 * recorded, so that a crash repeats at most the one it interrupted. A sheet is written from what its draft holds.
 */
export async function prepareDraft(draft: Draft, deps: PrepareDeps): Promise<WireMessage> {
  const { message } = draft;
  if (message.kind === 'card' || message.kind === 'notice') return message;
  if (draft.prepared !== undefined) return { kind: 'file', fileKey: draft.prepared };
  const { name, bytes } = await makeFile(message, deps);
  const fileKey = await deps.platform.upload(name, bytes);
  await deps.store.repos.outbox.setPrepared(draft, fileKey);
  return { kind: 'file', fileKey };
}

interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function makeFile(
  message: Exclude<OutgoingMessage, { kind: 'card' | 'notice' }>,
  deps: PrepareDeps,
): Promise<MadeFile> {
  switch (message.kind) {
    case 'report':
      return await renderReport(message, deps);
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

async function renderReport(
  { reportId, stage = 'draft' }: Extract<OutgoingMessage, { kind: 'report' }>,
  deps: PrepareDeps,
): Promise<MadeFile> {
  const { reports } = deps.store.repos;
  const report = await reports.find(reportId);
  if (report === undefined) throw new Error(`report ${reportId} is not in the store`);
  const name = nameFile(report, stage, deps);
  const kept = stage === 'final' && report.kind === 'report' ? report.frozen?.blob : report.blob;
  if (kept !== undefined) return { name, bytes: await deps.blobs.get(kept) };
  const edition = stage === 'final' ? await finalEdition(report, deps) : stage;
  const bytes = await deps.renderer.render(report.template, report.facts, edition);
  await reports.setBlob(reportId, await deps.blobs.put(bytes), stage);
  return { name, bytes };
}

/** A final version after a final one corrects it. */
async function finalEdition(report: StoredVersion, { store }: PrepareDeps): Promise<ReportEdition> {
  const before = await store.repos.reports.version(report.groupId, report.month, report.version - 1);
  return before?.frozen === undefined ? 'final' : { amends: before.facts };
}

function nameFile(report: StoredVersion, stage: ReportStage, deps: PrepareDeps): string {
  const { reportFile, circularFile } = texts(deps.locale);
  const { unitName } = report.facts.settings;
  return report.kind === 'circular'
    ? circularFile(unitName, describeSpan(report.month), report.version)
    : reportFile(unitName, report.month, {
        name: nameTemplate(deps, report.template),
        version: report.version,
        stage,
      });
}

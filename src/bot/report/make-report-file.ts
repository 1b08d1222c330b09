import type { Card } from '../../domain/message/card.ts';
import type { OutgoingMessage } from '../../domain/message/outgoing.ts';
import { describeSpan } from '../../domain/period/span.ts';
import type { Omission, ReportEdition, ReportStage } from '../../domain/report/report-edition.ts';
import { type Locale, texts } from '../../kernel/text/texts.ts';
import type { Store } from '../../store/create-store.ts';
import type { StoredVersion } from '../../store/repos/reports.ts';
import type { Blobs, Renderer, TemplateInfo } from '../ports.ts';
import { nameTemplate } from './find-template.ts';

export interface ReportDeps {
  readonly store: Store;
  readonly renderer: Renderer;
  readonly templates: readonly TemplateInfo[];
  readonly blobs: Blobs;
  readonly locale: Locale;
}

/** A version's file as it is kept. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly report: StoredVersion;
  /** Under which it is kept. */
  readonly blob: string;
}

type Wanted = Pick<Extract<OutgoingMessage, { kind: 'report' }>, 'reportId' | 'stage'>;

/** The Word file of a version: rendered once and kept under its hash, the same bytes ever after. */
export async function makeReportFile(
  { reportId, stage = 'draft' }: Wanted,
  deps: ReportDeps,
): Promise<ReportFile> {
  const report = await findReport(reportId, deps);
  const name = nameFile(report, stage, deps);
  const kept = stage === 'final' && report.kind === 'report' ? report.frozen?.blob : report.blob;
  if (kept !== undefined) return { name, report, blob: kept, bytes: await deps.blobs.get(kept) };
  const bytes = await deps.renderer.render(
    report.template,
    report.facts,
    await editionOf(report, stage, deps),
  );
  const blob = await deps.blobs.put(bytes);
  await deps.store.repos.reports.setBlob(reportId, blob, stage);
  return { name, report, blob, bytes };
}

/** A version's file with something left out: not kept, since it is the same bytes each time. */
export async function makeReducedFile(
  { reportId, stage = 'draft' }: Wanted,
  omission: Omission,
  deps: ReportDeps,
): Promise<Pick<ReportFile, 'name' | 'bytes' | 'report'>> {
  const report = await findReport(reportId, deps);
  const { template, facts } = report;
  const edition = await editionOf(report, stage, deps);
  const bytes = await deps.renderer.renderWithout(omission, { template, facts, edition });
  return { name: nameFile(report, stage, deps), report, bytes };
}

/** The same version as cards to be read in the chat. */
export async function makeReportCards(
  { reportId, stage = 'draft' }: Wanted,
  deps: ReportDeps,
): Promise<readonly [Card, ...Card[]]> {
  const report = await findReport(reportId, deps);
  return deps.renderer.renderCards(report.template, report.facts, await editionOf(report, stage, deps));
}

async function findReport(reportId: string, { store }: ReportDeps): Promise<StoredVersion> {
  const report = await store.repos.reports.find(reportId);
  if (report === undefined) throw new Error(`report ${reportId} is not in the store`);
  return report;
}

/** A final version after a final one corrects it. */
async function editionOf(
  report: StoredVersion,
  stage: ReportStage,
  { store }: ReportDeps,
): Promise<ReportEdition> {
  if (stage === 'draft') return stage;
  const before = await store.repos.reports.version(report.groupId, report.month, report.version - 1);
  return before?.frozen === undefined ? 'final' : { amends: before.facts };
}

function nameFile(report: StoredVersion, stage: ReportStage, deps: ReportDeps): string {
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

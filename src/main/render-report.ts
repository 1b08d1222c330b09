import type { ReportEdition } from '../domain/report/report-edition.ts';
import type { LoadPicture } from '../report/load-pictures.ts';
import type { Facts, OwnTemplate } from '../report/template.ts';

/** What to render: a template with the facts of a month or a span, or with its own sample. */
export interface RenderOrder {
  readonly template: string;
  /** Absent: the sample. */
  readonly facts?: Facts;
  readonly edition?: ReportEdition;
  readonly own: readonly OwnTemplate[];
}

/** Loads templates and the Word library with the call: they are heavy and needed once a month. */
export async function renderReport(order: RenderOrder, loadPicture: LoadPicture): Promise<Uint8Array> {
  const { template, facts, edition, own } = order;
  const { createRenderer } = await import('../report/create-renderer.ts');
  const { loadTemplates } = await import('../report/load-templates.ts');
  const renderer = createRenderer(await loadTemplates(own), loadPicture);
  return facts === undefined ? renderer.renderSample(template) : renderer.render(template, facts, edition);
}

import type { Card } from '../domain/message/card.ts';
import type { Omission, ReportEdition } from '../domain/report/report-edition.ts';
import type { LoadPicture } from '../report/load-pictures.ts';
import type { Facts, OwnTemplate } from '../report/template.ts';

/** What to render: a template with the facts of a month or a span, or with its own sample. */
export interface RenderOrder {
  readonly template: string;
  /** Absent: the sample. */
  readonly facts?: Facts;
  readonly edition?: ReportEdition;
  readonly without?: Omission;
  readonly own: readonly OwnTemplate[];
}

/** What a thread is started for. */
export type RenderedForm = 'file' | 'cards';

export async function renderReport(order: RenderOrder, loadPicture: LoadPicture): Promise<Uint8Array> {
  const { template, facts, edition, without, own } = order;
  const renderer = await loadRenderer(own, loadPicture);
  if (facts === undefined) return renderer.renderSample(template);
  return without === undefined
    ? renderer.render(template, facts, edition)
    : renderer.renderWithout(without, { template, facts, edition });
}

/** As `renderReport`, as cards to be read in the chat. Throws RangeError for an order of a sample. */
export async function renderCards(
  order: RenderOrder,
  loadPicture: LoadPicture,
): Promise<readonly [Card, ...Card[]]> {
  const { template, facts, edition, own } = order;
  if (facts === undefined) throw new RangeError('a sample is not read as cards');
  return (await loadRenderer(own, loadPicture)).renderCards(template, facts, edition);
}

/** Loads templates and the Word library with the call: they are heavy and needed once a month. */
async function loadRenderer(own: readonly OwnTemplate[], loadPicture: LoadPicture) {
  const { createRenderer } = await import('../report/create-renderer.ts');
  const { loadTemplates } = await import('../report/load-templates.ts');
  return createRenderer(await loadTemplates(own), loadPicture);
}

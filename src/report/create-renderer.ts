import type { Card } from '../domain/message/card.ts';
import { describeSources } from '../domain/report/describe-sources.ts';
import { type Omission, type ReportEdition, stageOf } from '../domain/report/report-edition.ts';
import { buildView } from './build-view.ts';
import { writeCards } from './cards/write-cards.ts';
import { type LoadPicture, loadPictures } from './load-pictures.ts';
import type { Block } from './markdown/block.ts';
import { readBlocks } from './markdown/read-blocks.ts';
import type { Facts, Template, Templates } from './template.ts';
import { createDraftMarks, type DraftMarks } from './word/create-draft-marks.ts';
import { writeDocument } from './word/write-document.ts';
import { writeCorrections } from './write-corrections.ts';

/** A template, what it is filled with, and how it is printed. */
export interface RenderedReport {
  readonly template: string;
  readonly facts: Facts;
  readonly edition?: ReportEdition | undefined;
}

export interface ReportRenderer {
  /** A month, or a circular, as a .docx. Same facts, template and edition: same bytes, on every machine and in every time zone. */
  render(template: string, facts: Facts, edition?: ReportEdition): Promise<Uint8Array>;
  /** As `render`, with something left out. */
  renderWithout(omission: Omission, report: RenderedReport): Promise<Uint8Array>;
  /** The same text as Markdown. */
  renderMarkdown(template: string, facts: Facts, edition?: ReportEdition): string;
  /** The same text as cards to be read in the chat, whole. */
  renderCards(template: string, facts: Facts, edition?: ReportEdition): readonly [Card, ...Card[]];
  /** What a template looks like, from the invented month that comes with it. */
  renderSample(template: string): Promise<Uint8Array>;
}

const noPicture: LoadPicture = async (blob) => {
  throw new Error(`no picture ${blob}`);
};

/** All methods throw RangeError for a template that is not there, and for facts that it does not tell of. */
export function createRenderer(templates: Templates, loadPicture: LoadPicture = noPicture): ReportRenderer {
  const print = async ({ template, facts, edition }: RenderedReport, omission?: Omission) => {
    const { text, title, unit } = fill(find(templates, template), facts, edition);
    const blocks = readBlocks(text).filter(({ kind }) => omission !== 'pictures' || kind !== 'picture');
    const isMarked = stageOf(edition) === 'draft' && omission !== 'marks';
    const marks = isMarked ? markDraft(blocks, facts) : undefined;
    const pictures = await loadPictures(blocks, loadPicture);
    return await writeDocument(blocks, { title, author: unit, instant: facts.cutOff, pictures, marks });
  };
  return {
    render: (template, facts, edition) => print({ template, facts, edition }),
    renderWithout: (omission, report) => print(report, omission),
    renderMarkdown: (id, facts, edition) => fill(find(templates, id), facts, edition).text,
    renderCards(id, facts, edition) {
      const { text, title } = fill(find(templates, id), facts, edition);
      return writeCards(readBlocks(text), title);
    },
    renderSample: (template) => print({ template, facts: find(templates, template).sampleFacts }),
  };
}

function find(templates: Templates, id: string): Template {
  const template = templates.get(id);
  if (!template) throw new RangeError(`no template "${id}"; known: ${[...templates.keys()].join(', ')}`);
  return template;
}

/** A circular has no words of items to mark. */
function markDraft(blocks: readonly Block[], facts: Facts): DraftMarks | undefined {
  return 'kind' in facts ? undefined : createDraftMarks(blocks, describeSources(facts), facts.cutOff);
}

function fill(template: Template, facts: Facts, edition: ReportEdition | undefined) {
  const view = buildView(template.form, facts, stageOf(edition));
  const text = template.fill(template.view.parse(view));
  const isAmended = typeof edition === 'object' && !('kind' in facts);
  return {
    text: isAmended ? `${text}\n${writeCorrections(edition.amends, facts)}` : text,
    title: view.title,
    unit: view.unit,
  };
}

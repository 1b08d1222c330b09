import { buildCircularView } from '../domain/circular/build-circular.ts';
import type { CircularFacts } from '../domain/circular/circular-facts.ts';
import type { CircularView } from '../domain/circular/circular-view.ts';
import { buildReportView, type ReportStage } from '../domain/report/build-view.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import type { ReportView } from '../domain/report/report-view.ts';
import type { Template, Templates } from './load-templates.ts';
import { readBlocks } from './markdown/read-blocks.ts';
import { packDocument } from './word/pack-document.ts';
import { writeDocument } from './word/write-document.ts';

type Facts = MonthFacts | CircularFacts;

export interface ReportRenderer {
  /** A month, or a circular, as a .docx. Same facts, template and stage: same bytes, on every machine and in every time zone. */
  render(template: string, facts: Facts, stage?: ReportStage): Promise<Uint8Array>;
  /** The same text as Markdown. */
  renderMarkdown(template: string, facts: Facts, stage?: ReportStage): string;
}

/** Both methods throw RangeError for a template that is not there. */
export function createRenderer(templates: Templates): ReportRenderer {
  return {
    async render(id, facts, stage) {
      const view = buildView(facts, stage);
      const document = writeDocument(readBlocks(fill(find(templates, id), view)), {
        title: view.title,
        author: view.unit,
      });
      return await packDocument(document, facts.cutOff);
    },
    renderMarkdown: (id, facts, stage) => fill(find(templates, id), buildView(facts, stage)),
  };
}

function buildView(facts: Facts, stage?: ReportStage): ReportView | CircularView {
  return 'kind' in facts ? buildCircularView(facts) : buildReportView(facts, stage);
}

function find(templates: Templates, id: string): Template {
  const template = templates.get(id);
  if (!template) throw new RangeError(`no template "${id}"; known: ${[...templates.keys()].join(', ')}`);
  return template;
}

function fill(template: Template, view: ReportView | CircularView): string {
  return template.fill(template.view.parse(view));
}

import { buildReportView } from './build-view.ts';
import { buildDebriefSpeech } from './debrief-speech/build-debrief-speech.ts';
import { buildExchangeTalk } from './exchange-talk/build-exchange-talk.ts';
import type { MonthFacts } from './facts.ts';
import { buildMeetingSpeech } from './meeting-speech/build-meeting-speech.ts';
import type { ReportStage } from './report-edition.ts';
import type { ToFillView } from './report-view.ts';
import { buildWorkArticle } from './work-article/build-work-article.ts';

/** What every template of a month can say of itself. */
export interface MonthView {
  readonly title: string;
  readonly unit: string;
  readonly annexes: { readonly toFill: ToFillView };
}

/** The forms in which a month can be told, each named like the template that comes with the program. */
export const MONTH_VIEW_IDS = [
  'work-report',
  'work-article',
  'debrief-speech',
  'meeting-speech',
  'exchange-talk',
] as const;
export type MonthViewId = (typeof MONTH_VIEW_IDS)[number];

/** Papers that are no report of a month, each named like the template that comes with the program. */
export const PAPER_IDS = ['circular', 'secrecy-review'] as const;
export type PaperId = (typeof PAPER_IDS)[number];

/** What a template's fields are filled from: a month in one of its forms, or one of the other papers. */
export type TemplateForm = MonthViewId | PaperId;

export function isMonthForm(form: TemplateForm): form is MonthViewId {
  return MONTH_VIEW_IDS.some((id) => id === form);
}

const BUILDERS: Readonly<Record<MonthViewId, (facts: MonthFacts, stage: ReportStage) => MonthView>> = {
  'work-report': buildReportView,
  'work-article': buildWorkArticle,
  'debrief-speech': buildDebriefSpeech,
  'meeting-speech': buildMeetingSpeech,
  'exchange-talk': buildExchangeTalk,
};

/** A month in one of its forms: all from the facts, nothing made up, what is not known marked and listed. */
export function buildMonthView(id: MonthViewId, facts: MonthFacts, stage: ReportStage = 'draft'): MonthView {
  return BUILDERS[id](facts, stage);
}

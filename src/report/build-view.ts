import { buildCircularView } from '../domain/circular/build-circular.ts';
import { buildMonthView, type TemplateForm } from '../domain/report/month-views.ts';
import type { ReportStage } from '../domain/report/report-edition.ts';
import type { Facts } from './template.ts';

/** What a template prints. Throws RangeError for facts that are not what its form is about. */
export function buildView(
  form: TemplateForm,
  facts: Facts,
  stage?: ReportStage,
): { readonly title: string; readonly unit: string } {
  if ('kind' in facts && form === 'circular') return buildCircularView(facts);
  if (!('kind' in facts) && form !== 'circular') return buildMonthView(form, facts, stage);
  throw new RangeError(`these are no facts for "${form}"`);
}

import { buildCircularView } from '../domain/circular/build-circular.ts';
import { buildMonthView, isMonthForm, type TemplateForm } from '../domain/report/month-views.ts';
import type { ReportStage } from '../domain/report/report-edition.ts';
import { buildSecrecyView } from '../domain/secrecy/build-secrecy-view.ts';
import type { Facts } from './template.ts';

/** What a template prints. Throws RangeError for facts that are not what its form is about. */
export function buildView(
  form: TemplateForm,
  facts: Facts,
  stage?: ReportStage,
): { readonly title: string; readonly unit: string } {
  if (!('kind' in facts)) {
    if (isMonthForm(form)) return buildMonthView(form, facts, stage);
  } else if (facts.kind === 'circular') {
    if (form === 'circular') return buildCircularView(facts);
  } else if (form === 'secrecy-review') {
    return buildSecrecyView(facts);
  }
  throw new RangeError(`these are no facts for "${form}"`);
}

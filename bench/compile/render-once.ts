import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { makeFacts } from './make-facts.ts';
import { reportCost } from './report-cost.ts';

/** The month's Word file from its facts, as after `/compile`: the first one of the process. */
export async function renderOnce(items: number): Promise<void> {
  const renderer = createRenderer(await loadTemplates());
  const facts = makeFacts(items);
  await reportCost(() => renderer.render('work-report', facts));
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { makeFacts } from './make-facts.ts';
import { reportCost } from './report-cost.ts';

/** The month's report as Markdown, into the folder's `month.md`. */
export async function writeMarkdown(items: number, folder: string): Promise<void> {
  const renderer = createRenderer(await loadTemplates());
  await reportCost(async () => {
    const bytes = Buffer.from(renderer.renderMarkdown('work-report', makeFacts(items)));
    writeFileSync(join(folder, 'month.md'), bytes);
    return bytes;
  });
}

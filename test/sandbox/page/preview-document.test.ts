import { expect, it } from 'vitest';
import { previewDocument } from '../../../sandbox/page/preview-document.ts';
import { createRenderer } from '../../../src/report/create-renderer.ts';
import { loadTemplates } from '../../../src/report/load-templates.ts';
import { sampleFacts } from '../../../src/templates/work-report/sample.ts';

it('shows a report as sheets, one for its text and one for each annex, and says which charts are missing', async () => {
  const renderer = createRenderer(await loadTemplates());
  const { html } = await previewDocument(Buffer.from(await renderer.render('work-report', sampleFacts)));

  const sheets = html.split('<article>').slice(1);
  expect(sheets).toHaveLength(6);
  expect(sheets[0]).toContain('<h2>一、工作推进情况</h2>');
  expect(sheets.slice(1).map((sheet) => /附件\d/.exec(sheet)?.[0])).toEqual(
    ['1', '2', '3', '4', '5'].map((serial) => `附件${serial}`),
  );
  expect(html).toMatch(/还有 1 幅图表/);
});

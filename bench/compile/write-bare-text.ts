import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { type Cell, plainText } from '../../src/report/markdown/block.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { makeFacts } from './make-facts.ts';
import { reportCost } from './report-cost.ts';
import { writeParagraph, zipBody } from './write-floor.ts';

/** The least for the report's whole text, tables included, from paragraphs and cells that have been read already. */
export async function writeBareText(items: number): Promise<void> {
  const renderer = createRenderer(await loadTemplates());
  const blocks = readBlocks(renderer.renderMarkdown('work-report', makeFacts(items)));
  await reportCost(async () =>
    zipBody(
      blocks.map((block) => {
        if ('runs' in block) return writeParagraph(plainText(block.runs));
        return block.kind === 'table' ? `<w:tbl>${block.rows.map(writeRow).join('')}</w:tbl>` : '';
      }),
    ),
  );
}

function writeRow(row: readonly Cell[]): string {
  const cells = row.map((cell) => `<w:tc>${writeParagraph(plainText(cell))}</w:tc>`);
  return `<w:tr>${cells.join('')}</w:tr>`;
}

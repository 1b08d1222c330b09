import type { Align, TableBlock } from '../markdown/block.ts';
import { CELL_MARGIN, fitColumns } from './fit-columns.ts';
import { TEXT_WIDTH } from './page.ts';
import { CELL_STYLE } from './styles.ts';
import { writeParagraph } from './write-paragraph.ts';
import { type TextContext, writeRuns } from './write-runs.ts';

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join('');
const MARGINS = ['left', 'right'].map((side) => `<w:${side} w:type="dxa" w:w="${CELL_MARGIN}"/>`).join('');
const PROPERTIES = [
  `<w:tblPr><w:tblW w:type="dxa" w:w="${TEXT_WIDTH}"/><w:jc w:val="center"/>`,
  `<w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
  `<w:tblCellMar>${MARGINS}</w:tblCellMar></w:tblPr>`,
].join('');
const HEADER = '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>';
const ROW = '<w:trPr><w:cantSplit/><w:tblHeader w:val="off"/></w:trPr>';

/**
 * A table as wide as the text, row by row, its grid written out: WPS and viewers other than Word lay tables out from
 * that alone.
 */
export function* writeTable({ aligns, rows }: TableBlock, context: TextContext): Generator<string> {
  const widths = fitColumns(rows);
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  yield `<w:tbl>${PROPERTIES}<w:tblGrid>${columns}</w:tblGrid>`;
  const headCells = widths.map((width) => aroundCell(width, 'center'));
  const cells = widths.map((width, column) => aroundCell(width, aligns[column] ?? 'left'));
  for (const [index, row] of rows.entries()) {
    const around = index === 0 ? headCells : cells;
    let xml = index === 0 ? `<w:tr>${HEADER}` : `<w:tr>${ROW}`;
    for (const [column, cell] of row.entries()) {
      const [before = '', after = ''] = around[column] ?? [];
      xml += `${before}${writeRuns(cell, context)}${after}`;
    }
    yield `${xml}</w:tr>`;
  }
  yield '</w:tbl>';
}

/** What stands before and after a cell's text. */
function aroundCell(width: number, alignment: Align): readonly string[] {
  const properties = `<w:tcPr><w:tcW w:type="dxa" w:w="${width}"/><w:vAlign w:val="center"/></w:tcPr>`;
  const text = '\n';
  return `<w:tc>${properties}${writeParagraph({ style: CELL_STYLE, alignment }, text)}</w:tc>`.split(text);
}

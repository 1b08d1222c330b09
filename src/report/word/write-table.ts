import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Align, Cell, TableBlock } from '../markdown/block.ts';
import { CELL_MARGIN, fitColumns } from './fit-columns.ts';
import { TEXT_WIDTH } from './page.ts';
import { CELL_STYLE } from './styles.ts';
import { writeRuns } from './write-runs.ts';

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Align, string>;

/** A table as wide as the text, its grid written out: WPS and viewers other than Word lay tables out from that alone. */
export function writeTable({ aligns, rows }: TableBlock): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: fitColumns(rows),
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: row.map((cell, column) =>
            writeCell(cell, index === 0 ? 'center' : (aligns[column] ?? 'left')),
          ),
        }),
    ),
  });
}

function writeCell(cell: Cell, align: Align): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style: CELL_STYLE, alignment: ALIGNMENT[align], children: writeRuns(cell) })],
  });
}

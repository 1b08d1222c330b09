import type { Card } from '../../src/domain/message/card.ts';
import type { Counted, Figures } from './count-plan.ts';

/** The cells of all table rows of a Markdown text. */
export function tableRows(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes(':-:'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The statistics in the plain text of a Word file, which has a line for each cell. */
export function cellsAfter(text: string, { departments }: Counted, columns: number): string[][] {
  const cells = text.split('\n').filter((line) => line !== '');
  const header = cells.indexOf('应报周数') - 2;
  const rows = departments.map((_, index) => {
    const start = header + columns * (index + 1);
    return cells.slice(start, start + columns);
  });
  const total = cells.indexOf('合计', header);
  return [cells.slice(header, header + columns), ...rows, ['', ...cells.slice(total, total + columns - 1)]];
}

/** What a table of statistics has otherwise than what happened; every department must be in it, in its order. */
export function checkTable(
  rows: readonly (readonly string[])[],
  counted: Counted,
  columns: 'with last year' | 'without',
): string[] {
  const start = rows.findIndex((row) => row[2] === '应报周数');
  const write = (figures: Figures, serial: string, name: string) =>
    [
      ...[serial, name, figures.owed, figures.answered, figures.submitted, figures.late, figures.nil],
      ...[figures.excused, figures.adopted ?? '××', rateOf(figures)],
      ...(columns === 'without' ? [] : [figures.lastYear ?? '××']),
    ].join(' ');
  const expected = [
    ...counted.departments.map((one, index) => write(one, String(index + 1), one.name)),
    write(counted, '', '合计'),
  ];
  return expected.flatMap((row, index) => {
    const shown = rows[start + 1 + index]?.join(' ');
    return shown === row ? [] : [`“${shown}” should be “${row}”`];
  });
}

/** Per cent to one decimal, where there is anything to take a share of. */
function rateOf({ adopted, submitted }: Figures): string {
  if (adopted === undefined) return '××';
  if (submitted === 0) return '—';
  return `${Number(((adopted / submitted) * 100).toFixed(1))}%`;
}

/** What the card of a compiled version says otherwise than what happened. */
export function checkCard(card: Card, counted: Counted): string[] {
  const fields = new Map(
    card.blocks
      .flatMap((block) => (block.kind === 'fields' ? block.fields : []))
      .map(({ label, value }) => [label, value]),
  );
  const { submitted, late, answered, owed, nil, adopted, inReview, notPublic } = counted;
  const held = [
    ...(inReview > 0 ? [`${inReview} 条还在审核或已退回`] : []),
    ...(notPublic > 0 ? [`${notPublic} 条不宜公开或需报审`] : []),
    ...(counted.leftOut.length > 0 ? [`${counted.leftOut.length} 条经编辑不入稿（计入条数）`] : []),
  ];
  const expected: readonly (readonly [label: string, value: string | undefined])[] = [
    ['信息', `${submitted} 条${late > 0 ? `，其中补报 ${late} 条` : ''}`],
    ['报送周次', `已报 ${answered}，应报 ${owed}`],
    ['零报告', String(nil)],
    ['采用', adopted === undefined ? undefined : `${adopted} 条`],
    ['未入稿', held.length > 0 ? held.join('，') : undefined],
  ];
  return expected
    .filter(([label, value]) => fields.get(label) !== value)
    .map(([label, value]) => `card: ${label} ${fields.get(label)} should be ${value}`);
}

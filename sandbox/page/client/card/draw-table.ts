import { asRecords } from '../../../card/card-texts.ts';
import { isRecord } from '../../../is-record.ts';
import { el } from '../el.ts';
import { drawMarkdown } from '../markdown/draw-markdown.ts';
import { words } from '../words.ts';
import type { CardScope } from './card-scope.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A table, as many rows a page as it says. */
export function drawTable(table: Fields, scope: CardScope): HTMLElement {
  const columns = asRecords(table.columns);
  const rows = asRecords(table.rows);
  const size = Math.max(1, Number(table.page_size ?? 5));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const head = el(
    'tr',
    {},
    ...columns.map(({ name, display_name: shown }) => el('th', { scope: 'col' }, String(shown ?? name))),
  );
  const body = el('tbody');
  const where = el('span', { 'aria-live': 'polite' });
  let page = 0;
  const turn = (by: number) => {
    page = Math.min(pages - 1, Math.max(0, page + by));
    where.textContent = words().page(page + 1, pages);
    const shown = rows.slice(page * size, (page + 1) * size);
    body.replaceChildren(...shown.map((row) => drawRow(row, columns, scope)));
  };
  turn(0);
  const button = (label: string, by: number) =>
    el('button', { type: 'button', class: 'quiet', click: () => turn(by) }, label);
  const pager =
    pages > 1
      ? el('div', { class: 'pager' }, button(words().before, -1), where, button(words().after, 1))
      : null;
  const scroller = el(
    'div',
    { class: 'card-table', tabindex: 0 },
    el('table', {}, el('thead', {}, head), body),
  );
  return el('div', {}, scroller, pager);
}

function drawRow(row: Fields, columns: readonly Fields[], scope: CardScope): HTMLElement {
  const cells = columns.map((column) => el('td', {}, drawCell(column, row[String(column.name)], scope)));
  return el('tr', {}, ...cells);
}

function drawCell(column: Fields, value: unknown, scope: CardScope): Node | string {
  if (value === undefined || value === null) return '';
  switch (column.data_type) {
    case 'persons':
      return [value]
        .flat()
        .map((id) => scope.nameOf(String(id)))
        .join('、');
    case 'options':
      return Array.isArray(value) ? el('span', {}, ...value.map(drawOption)) : String(value);
    case 'lark_md':
    case 'markdown':
      return drawMarkdown(String(value), scope);
    case 'number':
      return drawNumber(column, Number(value));
    case 'date':
      return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai' }).format(Number(value));
    default:
      return String(value);
  }
}

function drawOption(option: unknown): HTMLElement {
  const { text, color = 'grey' } = isRecord(option) ? option : { text: option };
  return el('span', { class: `tag tone-${String(color)}` }, String(text));
}

function drawNumber({ format }: Fields, value: number): string {
  const { symbol = '', precision, separator = false } = isRecord(format) ? format : {};
  const digits =
    typeof precision === 'number'
      ? { minimumFractionDigits: precision, maximumFractionDigits: precision }
      : {};
  return `${String(symbol)}${value.toLocaleString('zh-CN', { useGrouping: separator === true, ...digits })}`;
}

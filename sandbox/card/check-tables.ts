import { refuseCard } from './card-refusal.ts';
import { asRecords, markdownTexts } from './card-texts.ts';
import type { CardNode } from './walk-card.ts';

const TABLES_MAX = 5;
/** The line under a Markdown table's head: `| --- | :-: |`. */
const MARKDOWN_TABLE = /^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?\s*)?$/gm;

/** At most five tables, those in Markdown included; rows may only use the columns' names, with values of their type. */
export function checkTables(card: Record<string, unknown>, nodes: readonly CardNode[]): void {
  const tables = nodes.filter(({ tag }) => tag === 'table');
  const inMarkdown = markdownTexts(card).flatMap(({ text }) => [...text.matchAll(MARKDOWN_TABLE)]);
  if (tables.length + inMarkdown.length > TABLES_MAX)
    throw refuseCard('tooMuch', 'card table number over limit');
  for (const table of tables) checkTable(table);
}

function checkTable({ element, path }: CardNode): void {
  const types = new Map(
    asRecords(element.columns).map(({ name, data_type: type = 'text' }) => [String(name), String(type)]),
  );
  if (types.size !== asRecords(element.columns).length) {
    throw refuseCard('tableColumns', 'duplicate column name', path);
  }
  for (const row of asRecords(element.rows)) {
    for (const [name, value] of Object.entries(row)) {
      const type = types.get(name);
      if (type === undefined) throw refuseCard('tableRows', `row key ${name} is no column`, path);
      if (!fits(type, value)) throw refuseCard('tableRows', `value of ${name} is no ${type}`, path);
    }
  }
}

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof value === 'number';
    case 'options':
      return typeof value === 'string' || Array.isArray(value);
    case 'persons':
      return typeof value === 'string' || Array.isArray(value);
    default:
      return typeof value === 'string';
  }
}

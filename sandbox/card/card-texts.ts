import { isRecord } from '../is-record.ts';
import { walkCard } from './walk-card.ts';

export interface CardText {
  readonly text: string;
  readonly path: string;
}

/** Every text of a card that is parsed as Markdown: mentions, links and pictures in it take effect. */
export function markdownTexts(card: Record<string, unknown>): CardText[] {
  const header = isRecord(card.header) ? [...nested(card.header, 'ROOT -> header')] : [];
  const body = walkCard(card).flatMap(({ element, tag, path }) =>
    tag === 'table' ? tableTexts(element, path) : [...nested(withoutChildren(element), path)],
  );
  return [...header, ...body];
}

/** Texts of an element that are not those of the elements inside it. */
function withoutChildren(element: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const {
    elements: _elements,
    columns: _columns,
    behaviors: _behaviors,
    chart_spec: _spec,
    ...rest
  } = element;
  return rest;
}

function* nested(value: unknown, path: string): Generator<CardText> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nested(item, path);
    return;
  }
  if (!isRecord(value)) return;
  const { tag, content } = value;
  if ((tag === 'markdown' || tag === 'lark_md') && typeof content === 'string') yield { text: content, path };
  for (const inner of Object.values(value)) yield* nested(inner, path);
}

function tableTexts(table: Readonly<Record<string, unknown>>, path: string): CardText[] {
  const columns = asRecords(table.columns).filter(
    ({ data_type: type }) => type === 'lark_md' || type === 'markdown',
  );
  return asRecords(table.rows).flatMap((row) =>
    columns.flatMap(({ name }) => {
      const text = row[String(name)];
      return typeof text === 'string' ? [{ text, path: `${path} -> rows` }] : [];
    }),
  );
}

export function asRecords(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

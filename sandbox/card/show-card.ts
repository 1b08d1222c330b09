import { isRecord } from '../is-record.ts';
import { asRecords } from './card-texts.ts';
import { showMarkdown } from './show-markdown.ts';

type NameFor = (id: string) => string;
type Fields = Readonly<Record<string, unknown>>;

/** A card as lines of plain text, as a person reads it from top to bottom. */
export function showCard(card: unknown, nameFor: NameFor): string[] {
  if (!isRecord(card)) return [];
  const header = isRecord(card.header) ? card.header : {};
  const tags = asRecords(header.text_tag_list).map(({ text }) => `【${showText(text, nameFor)}】`);
  const title = [showText(header.title, nameFor), ...tags].join('');
  const body = isRecord(card.body) ? showElements(card.body.elements, nameFor) : [];
  return [title, showText(header.subtitle, nameFor), ...body].filter((line) => line !== '');
}

function showElements(list: unknown, nameFor: NameFor): string[] {
  return asRecords(list).flatMap((element) => showElement(element, nameFor));
}

function showElement(element: Fields, nameFor: NameFor): string[] {
  switch (element.tag) {
    case 'markdown':
      return showMarkdown(String(element.content), nameFor).split('\n');
    case 'div':
      return showText(element.text, nameFor).split('\n');
    case 'hr':
      return ['———'];
    case 'img':
      return [`[图片] ${showText(element.alt, nameFor)}`.trimEnd()];
    case 'person':
      return [nameFor(String(element.user_id))];
    case 'person_list':
      return [
        asRecords(element.persons)
          .map(({ id }) => nameFor(String(id)))
          .join('、'),
      ];
    case 'table':
      return showTable(element, nameFor);
    case 'chart':
      return ['[图表]'];
    case 'column_set':
      return showColumns(element, nameFor);
    case 'collapsible_panel':
      return showPanel(element, nameFor);
    case 'form':
    case 'column':
    case 'interactive_container':
      return showElements(element.elements, nameFor);
    default:
      return [showControl(element, nameFor)];
  }
}

/** Columns that are one line each stand side by side; taller ones one after another. */
function showColumns(element: Fields, nameFor: NameFor): string[] {
  const columns = asRecords(element.columns).map((column) => showElements(column.elements, nameFor));
  return columns.every((lines) => lines.length <= 1) ? [columns.flat().join('　')] : columns.flat();
}

function showPanel(element: Fields, nameFor: NameFor): string[] {
  const header = isRecord(element.header) ? element.header : {};
  return [`▾ ${showText(header.title, nameFor)}`, ...showElements(element.elements, nameFor)];
}

function showTable(element: Fields, nameFor: NameFor): string[] {
  const columns = asRecords(element.columns);
  const head = columns.map(({ name, display_name: shown }) => String(shown ?? name));
  const rows = asRecords(element.rows).map((row) =>
    columns.map((column) => showCell(column.data_type, row[String(column.name)], nameFor)),
  );
  return [head, ...rows].map((cells) => cells.join(' | '));
}

function showCell(type: unknown, value: unknown, nameFor: NameFor): string {
  if (value === undefined) return '';
  if (type === 'persons')
    return [value]
      .flat()
      .map((id) => nameFor(String(id)))
      .join('、');
  if (type === 'options' && Array.isArray(value)) {
    return value.map((option: unknown) => String(isRecord(option) ? option.text : option)).join('、');
  }
  return type === 'lark_md' || type === 'markdown' ? showMarkdown(String(value), nameFor) : String(value);
}

function showControl(element: Fields, nameFor: NameFor): string {
  if (element.tag === 'button') return `[${showText(element.text, nameFor)}]`;
  if (element.tag === 'checker') return `☐ ${showText(element.text, nameFor)}`;
  const label = showText(element.label, nameFor);
  const filled = element.default_value ?? element.initial_option ?? element.initial_date;
  const shown = filled === undefined ? showText(element.placeholder, nameFor) : String(filled);
  return `${label}［${shown}］`;
}

function showText(text: unknown, nameFor: NameFor): string {
  if (!isRecord(text) || typeof text.content !== 'string') return '';
  return text.tag === 'plain_text' ? text.content : showMarkdown(text.content, nameFor);
}

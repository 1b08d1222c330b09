import type { CardBlock, CardButton, CardForm, PeopleRow } from '../domain/message/card.ts';
import { cleanLine, cleanText } from '../kernel/text/clean-text.ts';
import type { CardElement, Column, Div, PlainText } from './card-element.ts';
import type { ButtonValue } from './decode-card-action.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { isId } from './ids.ts';
import type { CardWords } from './words.ts';

/** How much room a card gives its parts. */
export interface Room {
  /** Rows of a list or table, buttons of a row. */
  readonly rows: number;
  /** Characters of one text. */
  readonly chars: number;
  /** Fields as lines of one text instead of two columns, which cost seven elements each. */
  readonly compact: boolean;
  /** Tables proper that may still be drawn; further ones become lines. */
  readonly tables: boolean;
}

/** Draws blocks and remembers whether anything was left out on the way. */
export interface Pen {
  readonly room: Room;
  readonly words: CardWords;
  lost: boolean;
}

const MAX_LABEL = 100;
const MAX_TABLE_COLUMNS = 50;
const TABLE_PAGE = 10;

export function drawBlock(block: Exclude<CardBlock, CardForm>, pen: Pen): CardElement[] {
  switch (block.kind) {
    case 'heading':
      return drawText(block.text, pen, { text_size: 'heading' });
    case 'text':
      return drawText(block.text, pen);
    case 'note':
      return drawText(block.text, pen, { text_size: 'notation', text_color: 'grey' });
    case 'fields':
      return drawFields(block.fields, pen);
    case 'list':
      return drawList(block, pen);
    case 'people':
      return drawPeople(block.rows, pen);
    case 'table':
      return drawTable(block, pen);
    case 'buttons':
      return drawButtons(block.buttons, pen);
    case 'divider':
      return [{ tag: 'hr' }];
  }
}

/** Text in which nothing is parsed, shortened to the pen's room only where that is the last resort. */
export function plainText(text: string, pen: Pen, limit = pen.room.chars): PlainText {
  const signs = [...cleanText(text)];
  const fits = signs.length <= limit;
  if (!fits) pen.lost = true;
  const content = fits ? signs.join('') : `${signs.slice(0, limit).join('')}${pen.words.cut(signs.length)}`;
  return { tag: 'plain_text', content };
}

type Look = Pick<PlainText, 'text_size' | 'text_color'>;

function drawText(text: string, pen: Pen, look: Look = {}): Div[] {
  const plain = plainText(text, pen);
  return plain.content.trim() ? [{ tag: 'div', text: { ...plain, ...look } }] : [];
}

/** The rows there is room for, and a line that counts the rest. */
function drawLines(rows: readonly string[], pen: Pen): Div[] {
  const { shown, rest } = cutRows(rows, pen);
  const lines = shown.map((row) => plainText(row, pen).content);
  const content = [...lines, ...rest].join('\n');
  return content.trim() ? [{ tag: 'div', text: { tag: 'plain_text', content } }] : [];
}

function cutRows<T>(rows: readonly T[], pen: Pen): { shown: readonly T[]; rest: string[] } {
  if (rows.length <= pen.room.rows) return { shown: rows, rest: [] };
  pen.lost = true;
  return { shown: rows.slice(0, pen.room.rows), rest: [pen.words.more(rows.length - pen.room.rows)] };
}

type Field = Extract<CardBlock, { kind: 'fields' }>['fields'][number];

function drawFields(fields: readonly Field[], pen: Pen): CardElement[] {
  if (pen.room.compact) {
    return drawLines(
      fields.map(({ label, value }) => `${label}${pen.words.colon}${value}`),
      pen,
    );
  }
  const column = (weight: number, text: PlainText): Column => ({
    tag: 'column',
    width: 'weighted',
    weight,
    elements: [{ tag: 'div', text }],
  });
  return fields.map(({ label, value }) => ({
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: [
      column(1, { ...plainText(label, pen), text_color: 'grey' }),
      column(3, plainText(value || '—', pen)),
    ],
  }));
}

function drawList(block: Extract<CardBlock, { kind: 'list' }>, pen: Pen): CardElement[] {
  const title = block.title ? drawText(block.title, pen, { text_size: 'heading' }) : [];
  const items = block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${item}`);
  return [...title, ...drawLines(items, pen)];
}

/** The one place that needs markdown, since only markdown mentions: our own tags around checked ids, all else escaped. */
function drawPeople(rows: readonly PeopleRow[], pen: Pen): CardElement[] {
  const { shown, rest } = cutRows(rows, pen);
  const lines = shown.map((row) => drawPeopleRow(row, pen));
  const content = [...lines, ...rest].join('\n');
  return content ? [{ tag: 'markdown', content }] : [];
}

function drawPeopleRow({ label, people }: PeopleRow, pen: Pen): string {
  const { shown, rest } = cutRows(people, pen);
  const names = shown.map(({ name, mentionId }) =>
    mentionId !== undefined && isId('person', mentionId)
      ? `<at id=${mentionId}></at>`
      : escapeMarkdown(plainText(name, pen).content),
  );
  const head = label ? `${escapeMarkdown(plainText(label, pen).content)}${pen.words.colon}` : '';
  return `${head}${[...names, ...rest].join(pen.words.comma)}`;
}

function drawTable(block: Extract<CardBlock, { kind: 'table' }>, pen: Pen): CardElement[] {
  const { columns, rows } = block;
  const drawable = columns.length > 0 && columns.length <= MAX_TABLE_COLUMNS && rows.length > 0;
  if (!drawable || !pen.room.tables) {
    const line = (cells: readonly string[]) => cells.map(cleanLine).join(pen.words.bar);
    return drawLines([line(columns), ...rows.map(line)], pen);
  }
  const { shown, rest } = cutRows(rows, pen);
  const cell = (text: string) => plainText(cleanLine(text), pen).content;
  const table: CardElement = {
    tag: 'table',
    page_size: Math.min(TABLE_PAGE, shown.length),
    columns: columns.map((name, index) => ({
      name: `c${index}`,
      display_name: cell(name),
      data_type: 'text',
    })),
    rows: shown.map((row) =>
      Object.fromEntries(columns.map((_, index) => [`c${index}`, cell(row[index] ?? '')])),
    ),
  };
  return [table, ...drawLines(rest, pen)];
}

function drawButtons(buttons: readonly CardButton[], pen: Pen): CardElement[] {
  if (buttons.length === 0) return [];
  const { shown, rest } = cutRows(buttons, pen);
  const columns = shown.map(
    (button): Column => ({
      tag: 'column',
      width: 'auto',
      elements: [drawButton(button, pen)],
    }),
  );
  return [
    { tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '8px', columns },
    ...drawLines(rest, pen),
  ];
}

export function drawButton(button: CardButton, pen: Pen) {
  const value: ButtonValue = { a: button.action, d: { ...button.data } };
  const label = (text: string) => plainText(cleanLine(text), pen, Math.min(MAX_LABEL, pen.room.chars));
  return {
    tag: 'button',
    text: label(button.label),
    type: button.style ?? 'default',
    ...(button.confirm && {
      confirm: { title: label(button.confirm.title), text: plainText(button.confirm.text, pen) },
    }),
    behaviors: [{ type: 'callback', value }],
  } as const;
}

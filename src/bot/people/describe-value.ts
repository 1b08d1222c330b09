import { z } from 'zod';
import type { Cell } from '../../domain/table/table.ts';
import { dateOf, fromStamp, timeOf } from '../../kernel/clock.ts';
import { type Locale, texts } from '../../kernel/text/texts.ts';
import { PERSON_COLUMN } from '../../store/group-rows.ts';
import type { PersonalRow } from '../../store/repos/personal-data.ts';
import { AUDIT_WORDS } from '../audit/audit-words.ts';
import { describeDetail } from '../audit/describe-entry.ts';
import { COLUMN_WORDS } from './column-words.ts';

/** Names by id, of whatever rows speak of. */
export interface ValueNames {
  readonly locale: Locale;
  readonly people: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
  /** Numbers of items. */
  readonly items: ReadonlyMap<string, string>;
}

const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const FLAGS: ReadonlySet<string> = new Set(['late', 'left_out']);

const itemText = z.object({ title: z.string(), body: z.string() });
const itemEdit = z.record(z.string(), z.string());

/** What a column of a row says, for people to read: names for ids, words for codes, times in the product's zone. */
export function describeValue({ table, row }: PersonalRow, column: string, names: ValueNames): Cell {
  const value = row[column];
  if (value === null || value === undefined) return '';
  const { yes, no } = COLUMN_WORDS[names.locale];
  if (FLAGS.has(column)) return value === 1 ? yes : no;
  if (typeof value === 'number') return value;
  const text = String(value);
  if (STAMP.test(text)) return `${dateOf(fromStamp(text)).toString()} ${timeOf(fromStamp(text))}`;
  if (PERSON_COLUMN.test(column)) return names.people.get(text) ?? text;
  const describe = BY_COLUMN[column];
  return describe === undefined
    ? wordFor(names.locale, { table, column, text })
    : describe(text, { row, names });
}

interface Around {
  readonly row: PersonalRow['row'];
  readonly names: ValueNames;
}

const BY_COLUMN: Readonly<Record<string, (text: string, around: Around) => string>> = {
  department_id: (id, { names }) => names.departments.get(id) ?? id,
  item_id: (id, { names }) => names.items.get(id) ?? id,
  snapshot: describeText,
  wording: describeText,
  edit: describeEdit,
  detail: (text, { row, names }) =>
    describeDetail({ action: String(row.action), detail: readJson(text) }, names, names.locale),
};

/** What is no JSON is a mistake of ours, and shown as it stands. */
export function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

/** `《title》text`. */
function describeText(text: string): string {
  const item = itemText.safeParse(readJson(text)).data;
  return item === undefined ? text : `《${item.title}》${item.body}`;
}

function describeEdit(text: string): string {
  const edit = itemEdit.safeParse(readJson(text)).data;
  return edit === undefined ? text : Object.values(edit).join('\n');
}

interface Coded {
  readonly table: string;
  readonly column: string;
  readonly text: string;
}

/** Codes have words; what people wrote is left as it is. */
function wordFor(locale: Locale, { table, column, text }: Coded): string {
  const { states, roles, deeds, secrecy } = texts(locale);
  const { values } = COLUMN_WORDS[locale];
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    state: { ...values, ...states },
    role: roles,
    action: table === 'audit' ? AUDIT_WORDS[locale].actions : deeds,
    secrecy,
    kind: values,
    choice: values,
  };
  return lists[column]?.[text] ?? text;
}

import { firstClause } from './first-clause.ts';

/** What the sender said about the item on labelled lines, as typed. */
export interface SubmissionFields {
  /** `日期：` the day of the event. */
  readonly date?: string;
  /** `栏目：` section of the report. */
  readonly section?: string;
  /** `专题：` campaign. */
  readonly campaign?: string;
  /** `约稿：` what it was asked for by. */
  readonly commission?: string;
  /** `拟投：` outlets it is meant for. */
  readonly outlets?: string;
}

export interface SplitSubmission {
  readonly title: string;
  readonly body: string;
  readonly fields: SubmissionFields;
}

const LABELS: ReadonlyMap<string, keyof SubmissionFields> = new Map([
  ['日期', 'date'],
  ['栏目', 'section'],
  ['专题', 'campaign'],
  ['拟投', 'outlets'],
  ['约稿', 'commission'],
]);
const LABELLED_LINE = /^\s*(\p{Script=Han})\s*(\p{Script=Han})\s*[：:](.*)$/u;

/** A first line longer than this is a paragraph, not a title. */
const LONGEST_TITLE = 60;

/**
 * Splits what follows `/submit` into title, body and labelled fields. `title｜body`, or a title line and the body below
 * it; text without a title of its own is the body whole, and its first clause is the title as well. Nothing that was
 * written is lost: all but the labels, the one separator and outer blank space is in the result unchanged (line ends become
 * `\n`). Of a label that comes twice the first line counts and the others stay in the body.
 */
export function splitSubmission(text: string): SplitSubmission {
  const { fields, rest } = takeFields(text);
  const written = rest.trim();
  return { ...(splitAtSeparator(written) ?? splitAtLine(written) ?? untitled(written)), fields };
}

/** The item with its date line back in the text, where what stands there turned out to be no date but prose. */
export function withDateLine(split: SplitSubmission, written: string): SplitSubmission {
  return { ...split, body: `${split.body}\n日期：${written}` };
}

function takeFields(text: string): { fields: SubmissionFields; rest: string } {
  const found = new Map<keyof SubmissionFields, string>();
  const rest = text.split(/\r\n?|[\n\u2028\u2029]/u).filter((line) => {
    const [, first = '', second = '', value = ''] = LABELLED_LINE.exec(line) ?? [];
    const field = LABELS.get(first + second);
    if (!field || found.has(field)) return true;
    found.set(field, value.trim());
    return false;
  });
  const filled = [...found].filter(([, value]) => value !== '');
  return { fields: Object.fromEntries(filled), rest: rest.join('\n') };
}

type Split = Omit<SplitSubmission, 'fields'>;

/** Only the first line can hold the separator: further down it is part of the text. */
function splitAtSeparator(text: string): Split | undefined {
  const match = /^([^\n｜|]*)[｜|]([\s\S]*)$/u.exec(text);
  return match ? titled(match[1], match[2]) : undefined;
}

function splitAtLine(text: string): Split | undefined {
  const match = /^([^\n]*)\n([\s\S]*)$/u.exec(text);
  if (!match || (match[1] ?? '').length > LONGEST_TITLE) return undefined;
  return titled(match[1], match[2]);
}

function titled(title = '', body = ''): Split | undefined {
  const split = { title: title.trim(), body: body.trim() };
  return split.title && split.body ? split : undefined;
}

function untitled(text: string): Split {
  return { title: firstClause(text), body: text };
}

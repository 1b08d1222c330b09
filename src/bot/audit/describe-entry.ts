import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { SETTING_NAMES } from '../../domain/group/setting.ts';
import { SECRECY } from '../../domain/item/item-record.ts';
import { GRANTED_ROLES } from '../../domain/people/role.ts';
import { describeWeeks } from '../../domain/period/week.ts';
import { dateOf, fromStamp, timeOf } from '../../kernel/clock.ts';
import { type Locale, texts } from '../../kernel/text/texts.ts';
import { settingWords, showValue } from '../settings/setting-words.ts';
import { AUDIT_WORDS, type AuditWords } from './audit-words.ts';

/** Names by id, of all the people and departments that the lines speak of. */
export interface EntryNames {
  readonly people: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, string>;
}

/** What is shown of a detail. Other keys (reasons, remarks) are people's own words and stay out of the log's card. */
const shownDetail = z.object({
  department: z.string().optional(),
  people: z.array(z.string()).optional(),
  role: z.enum(GRANTED_ROLES).optional(),
  item: z.string().optional(),
  secrecy: z.enum(SECRECY).optional(),
  setting: z.enum(SETTING_NAMES).optional(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  month: z.string().optional(),
  template: z.string().optional(),
  version: z.number().optional(),
  week: z.string().optional(),
  weeks: z.array(z.string()).optional(),
  departments: z.number().optional(),
  unit: z.string().optional(),
  items: z.number().optional(),
  days: z.string().optional(),
  dayKind: z.enum(['off', 'workday']).optional(),
});

/** Actions whose names are those before and those after. */
const FROM_TO = ['dept.rename', 'dept.merge', 'dept.split', 'dept.quota', 'outlet.change'];

type ShownDetail = z.output<typeof shownDetail>;

/** `2026-11-16 09:00 陈管理 修改设置：群提醒时间 10:00 → 09:30`. */
export function describeEntry(entry: AuditEntry, names: EntryNames, locale: Locale): string {
  const words = AUDIT_WORDS[locale];
  const when = fromStamp(entry.at);
  const who = entry.actorId === 'operator' ? words.operator : nameOf(names.people, entry.actorId);
  const what = Object.entries(words.actions).find(([action]) => action === entry.action)?.[1] ?? entry.action;
  const detail = describeDetail(entry, names, locale);
  const head = `${dateOf(when).toString()} ${timeOf(when)} ${who} ${what}`;
  return detail === '' ? head : `${head}：${detail}`;
}

/** Ids of people that the lines speak of, those who acted included. */
export function peopleOf(entries: readonly AuditEntry[]): readonly string[] {
  return entries.flatMap(({ actorId, detail }) => [
    actorId,
    ...(shownDetail.safeParse(detail).data?.people ?? []),
  ]);
}

/** What was done with what, without who and when: `群提醒时间 10:00 → 09:30`; empty for an action without a detail. */
export function describeDetail(
  { action, detail }: Pick<AuditEntry, 'action' | 'detail'>,
  names: EntryNames,
  locale: Locale,
): string {
  // A change of departments notes their names alone.
  const list = z.array(z.string()).safeParse(detail);
  if (list.success) return list.data.join(FROM_TO.includes(action) ? ' → ' : '、');
  const shown = shownDetail.safeParse(detail).data;
  if (shown === undefined) return '';
  const words = AUDIT_WORDS[locale];
  const { roles, secrecy } = texts(locale);
  const parts = [
    shown.department && nameOf(names.departments, shown.department),
    shown.unit,
    shown.role && roles[shown.role],
    shown.people?.map((id) => nameOf(names.people, id)).join('、'),
    shown.item,
    shown.secrecy && secrecy[shown.secrecy],
    describeSetting(shown, locale),
    shown.month && (shown.version ? words.version(shown.month, shown.version) : shown.month),
    shown.template,
    shown.week,
    shown.weeks && describeWeeks(shown.weeks),
    shown.days,
    shown.dayKind && words.dayKinds[shown.dayKind],
    shown.departments === undefined ? '' : words.departments(shown.departments),
    shown.items === undefined ? '' : words.items(shown.items),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Old → new; of a list only what came and went, so that a line stays a line. */
function describeSetting({ setting, from, to }: ShownDetail, locale: Locale): string {
  if (setting === undefined) return '';
  const { name } = settingWords(locale)[setting];
  if (Array.isArray(from) && Array.isArray(to))
    return `${name} ${compareLists(from, to, AUDIT_WORDS[locale])}`;
  return `${name} ${showValue(locale, setting, from)} → ${showValue(locale, setting, to)}`;
}

function compareLists(from: readonly unknown[], to: readonly unknown[], words: AuditWords): string {
  const added = to.filter((word) => !from.includes(word));
  const removed = from.filter((word) => !to.includes(word));
  const parts = [
    ...(removed.length > 0 ? [words.removed(removed.join('、'))] : []),
    ...(added.length > 0 ? [words.added(added.join('、'))] : []),
  ];
  return parts.join('，') || words.reordered;
}

function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id;
}

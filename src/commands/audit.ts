import { z } from 'zod';
import { AUDIT_WORDS, findActions } from '../bot/audit/audit-words.ts';
import { describeEntry, peopleOf } from '../bot/audit/describe-entry.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findItem } from '../bot/items/find-item.ts';
import { anonymizePerson, askToAnonymize } from '../bot/people/anonymize-person.ts';
import { findPerson } from '../bot/people/find-held.ts';
import { sendHeld, showHeld } from '../bot/people/show-held.ts';
import type { AuditAction, AuditEntry } from '../domain/audit/audit-entry.ts';
import { departmentName } from '../domain/department/department.ts';
import { parseItemRef } from '../domain/item/item-number.ts';

const zh = {
  summary: '查看本群的管理操作记录，以及本群保存的个人信息',
  args: { action: '查看、个人、导出、匿名', filters: '条数、操作或 #编号', people: '人员' },
  title: (count: number) => `操作记录（最近 ${count} 条）`,
  none: '没有符合条件的操作记录。',
  unknown: (word: string, known: string) => `没有“${word}”这类操作。可写条数、信息编号，或：${known}`,
  tooMany: (word: string) => `条件太多，看不懂“${word}”。`,
  onePerson: '请只 @ 一个人。',
};

const en: typeof zh = {
  summary: 'Shows what was changed in this group, by whom, and what is held about a person',
  args: {
    action: 'log, person, export or anonymize',
    filters: 'how many, action or #number',
    people: 'person',
  },
  title: (count) => `Log (the last ${count})`,
  none: 'Nothing in the log fits.',
  unknown: (word, known) => `"${word}" is no such action. Write how many, an item's number, or: ${known}`,
  tooMany: (word) => `One condition of a kind is enough; "${word}" is one too many.`,
  onePerson: 'Mention one person only.',
};

const DEFAULT_LINES = 20;
/** As many lines as a card holds whole. */
const MOST_LINES = 50;

export const command = defineCommand({
  name: 'audit',
  aliases: ['审计'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      log: ['查看', '记录'],
      person: ['个人', '审计', '个人信息'],
      export: ['导出'],
      anonymize: ['匿名', '匿名化'],
    },
    defaultAction: 'log',
    list: 'filters',
    people: 'people',
  },
  args: z.strictObject({
    action: z.enum(['log', 'person', 'export', 'anonymize']),
    filters: z.array(z.string()).max(3),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  examples: ['', '50', '@张三', '设置', '#1', '个人 @张三', '导出 @张三', '匿名 @张三'],
  async run(ctx, { action, filters, people }, words) {
    if (action !== 'log') return PERSONAL[action](ctx, await findPerson(ctx, people, filters));
    if (people.length > 1) ctx.misuse(words.onePerson);
    const filter = await readFilter(ctx, filters, words);
    const person = people[0]?.id;
    if (person !== undefined && filter.item !== undefined) ctx.misuse(words.tooMany(filter.item));
    const about = person ?? filter.item;
    const entries = await ctx.repos.records.audited(ctx.group.id, {
      limit: filter.limit ?? DEFAULT_LINES,
      ...(filter.actions && { actions: filter.actions }),
      ...(about && { about }),
    });
    if (entries.length === 0) return ctx.reply({ kind: 'notice', text: words.none });
    await ctx.reply({
      tone: 'info',
      title: words.title(entries.length),
      blocks: [{ kind: 'list', items: await describe(ctx, entries) }],
    });
  },
  clicks: {
    anonymize: { roles: ['admin'], run: (ctx, data) => anonymizePerson(ctx, data.person ?? '') },
  },
});

const PERSONAL = { person: showHeld, export: sendHeld, anonymize: askToAnonymize };

interface Filter {
  readonly limit?: number;
  readonly actions?: readonly AuditAction[];
  readonly item?: string;
}

/** A bare number says how many lines; `#12` and `202611-规划科-03` an item; anything else an action. */
async function readFilter(
  ctx: CommandContext,
  written: readonly string[],
  words: typeof zh,
): Promise<Filter> {
  let filter: Filter = {};
  for (const word of written) {
    const read = await readWord(ctx, word, words);
    if (Object.keys(read).some((key) => key in filter)) ctx.misuse(words.tooMany(word));
    filter = { ...filter, ...read };
  }
  return filter;
}

async function readWord(ctx: CommandContext, word: string, words: typeof zh): Promise<Filter> {
  const plain = word.normalize('NFKC');
  if (/^\d{1,4}$/.test(plain)) return { limit: Math.min(Math.max(1, Number(plain)), MOST_LINES) };
  if (parseItemRef(word) !== undefined) return { item: (await findItem(ctx, word)).number };
  const actions = findActions(word);
  if (actions.length > 0) return { actions };
  return ctx.misuse(words.unknown(word, Object.values(AUDIT_WORDS[ctx.locale].actions).join('、')));
}

async function describe(ctx: CommandContext, entries: readonly AuditEntry[]): Promise<readonly string[]> {
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const names = {
    people: await ctx.repos.people.names(peopleOf(entries)),
    departments: new Map(departments.map((each) => [each.id, departmentName(each, ctx.today)])),
  };
  return entries.map((entry) => describeEntry(entry, names, ctx.locale));
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { type DescribedVersion, describeVersions } from '../bot/report/describe-versions.ts';
import { describeMonth } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import { describeSpan, monthsOf, parseSpan } from '../domain/period/span.ts';

const zh = {
  summary: '查看报告各版，重新发送某一版',
  args: { action: '列表或发送', span: '月份或年份', version: '版次' },
  title: (span: string) => `${span}报告各版`,
  none: (span: string) => `${span}还没有汇总过报告。`,
  unknown: (text: string) => `没看懂“${text}”，请写成 10月 或 2026年。`,
  noVersion: (month: string, version: string) => `${month}报告没有“${version}”。发送 /报告 查看各版。`,
  draft: '初稿',
  final: '定稿',
  amended: '更正',
  columns: ['月份', '版次', '状态', '汇总时间（数据截止）', '汇总人', '模板', '定稿时间', '定稿人'],
  version: (month: string, version: number, mark: string) => `${month}第 ${version} 版（${mark}）`,
  made: (at: string, by: string) => `${at} ${by}汇总，数据截至此时`,
  frozen: (at: string, by: string) => `${at} ${by}定稿`,
  template: (name: string) => `模板：${name}`,
  how: '取文件请发送 /报告 发送 月份 版次，如 /报告 发送 10月 v2。',
  file: (span: string) => `${span}报告各版.xlsx`,
};

const en: typeof zh = {
  summary: 'Lists the versions of reports and sends one again',
  args: { action: 'list or get', span: 'month or year', version: 'version' },
  title: (span) => `Reports of ${span}`,
  none: (span) => `No report of ${span} has been compiled.`,
  unknown: (text) => `"${text}" is neither a month nor a year.`,
  noVersion: (month, version) => `The report of ${month} has no "${version}". /report lists its versions.`,
  draft: 'draft',
  final: 'final',
  amended: 'amended',
  columns: ['Month', 'Version', 'State', 'Compiled (cut-off)', 'By', 'Template', 'Made final', 'By'],
  version: (month, version, mark) => `${month}, version ${version} (${mark})`,
  made: (at, by) => `compiled ${at} by ${by}, data up to then`,
  frozen: (at, by) => `made final ${at} by ${by}`,
  template: (name) => `template: ${name}`,
  how: 'For a file, send /report get MONTH VERSION, such as /report get 2026-10 v2.',
  file: (span) => `versions ${span}.xlsx`,
};

/** As many versions as a card shows well; more come as a sheet. */
const LISTED = 20;

export const command = defineCommand({
  name: 'report',
  aliases: ['报告'],
  roles: ['lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: { list: ['列表'], get: ['发送'] },
    defaultAction: 'list',
    positional: ['span', 'version'],
  },
  args: z.strictObject({
    action: z.enum(['list', 'get']),
    span: z.string().optional(),
    version: z.string().optional(),
  }),
  examples: ['', '10月', '2026年', '发送 2026-10 v2'],
  run: (ctx, { action, ...written }, words) =>
    action === 'get' ? sendAgain(ctx, written, words) : list(ctx, written.span, words),
});

/** Of a month, or of a year: this one when nothing is said. */
async function list(ctx: CommandContext, written: string | undefined, words: typeof zh): Promise<void> {
  const span = written === undefined ? String(ctx.today.year) : parseSpan(written, ctx.today);
  if (span === undefined) return ctx.misuse(words.unknown(written ?? ''));
  const name = describeSpan(span);
  const versions = await describeVersions(ctx, monthsOf(span));
  if (versions.length === 0) return ctx.reply({ kind: 'notice', text: words.none(name) });
  if (versions.length > LISTED) {
    const rows = versions.map((version) => cellsOf(version, words));
    return ctx.reply({ kind: 'sheet', name: words.file(name), rows: [words.columns, ...rows] });
  }
  await ctx.reply({
    tone: 'info',
    title: words.title(name),
    blocks: [
      { kind: 'list', items: versions.map((version) => lineOf(version, words)) },
      { kind: 'note', text: words.how },
    ],
  });
}

function lineOf(
  { month, version, mark, made, frozen, template }: DescribedVersion,
  words: typeof zh,
): string {
  const facts = [
    words.made(made.at, made.by),
    ...(frozen === undefined ? [] : [words.frozen(frozen.at, frozen.by)]),
    words.template(template),
  ];
  return `${words.version(describeMonth(month), version, words[mark])}：${facts.join('；')}`;
}

function cellsOf(
  { month, version, mark, made, frozen, template }: DescribedVersion,
  words: typeof zh,
): readonly string[] {
  const { at = '', by = '' } = frozen ?? {};
  return [describeMonth(month), String(version), words[mark], made.at, made.by, template, at, by];
}

/** The very file that went out then: a version's bytes are kept. Without a version: the latest. */
async function sendAgain(
  ctx: CommandContext,
  written: { readonly span?: string | undefined; readonly version?: string | undefined },
  words: typeof zh,
): Promise<void> {
  const month = parseMonth(written.span ?? '', ctx.today);
  if (month === undefined) return ctx.misuse(words.unknown(written.span ?? ''));
  const versions = await describeVersions(ctx, [month]);
  if (versions.length === 0) return ctx.misuse(words.none(describeMonth(month)));
  const wanted = readVersion(written.version);
  const found = wanted === 'latest' ? versions[0] : versions.find(({ version }) => version === wanted);
  if (found === undefined) return ctx.misuse(words.noVersion(describeMonth(month), written.version ?? ''));
  await ctx.reply({
    kind: 'report',
    reportId: found.reportId,
    ...(found.mark !== 'draft' && { stage: 'final' }),
  });
}

/** `v2`, `2`, `第2版`, `第 2 版` as one word. */
function readVersion(written: string | undefined): number | 'latest' | undefined {
  if (written === undefined) return 'latest';
  const digits = /^(?:v|第)?(\d{1,6})版?$/i.exec(written.normalize('NFKC').trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { type DescribedVersion, describeVersions } from '../bot/report/describe-versions.ts';
import { sendAgain, sendPdf, sendText } from '../bot/report/send-version.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { describeMonth } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import { describeSpan, monthsOf, parseSpan } from '../domain/period/span.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '查看报告各版，重新发送某一版（Word、PDF），或在私聊里看正文',
  args: { action: '列表、发送或看', span: '月份或年份', version: '版次', form: 'pdf' },
  title: (span: string) => `${span}报告各版`,
  none: (span: string) => `${span}还没有汇总过报告。`,
  unknown: (text: string) => `没看懂“${text}”，请写成 10月 或 2026年。`,
  noMonth: '请写明月份，如 /报告 看 10月。',
  noVersion: (month: string, version: string) => `${month}报告没有“${version}”。发送 /报告 查看各版。`,
  draft: '初稿',
  final: '定稿',
  amended: '更正',
  columns: ['月份', '版次', '状态', '汇总时间（数据截止）', '汇总人', '模板', '定稿时间', '定稿人'],
  version: (month: string, version: number, mark: string) => `${month}第 ${version} 版（${mark}）`,
  made: (at: string, by: string) => `${at} ${by}汇总，数据截至此时`,
  frozen: (at: string, by: string) => `${at} ${by}定稿`,
  template: (name: string) => `模板：${name}`,
  how: '取文件请发送 /报告 发送 月份 版次，如 /报告 发送 10月 v2；看正文请发送 /报告 看 10月。',
  noPdf: '服务器没有装 LibreOffice，不能生成 PDF。Word 文件可用 Word 或 WPS 打开后另存为 PDF。',
  pdfComing: 'PDF 正在生成，稍后发到这里。',
  textComing: '正文已私信给您。',
  asked: '已经发过了，请看上面的消息。',
  file: (span: string) => `${span}报告各版.xlsx`,
};

const en: typeof zh = {
  summary: 'Lists the versions of reports, sends one again (Word, PDF), or shows its text in private',
  args: { action: 'list, get or view', span: 'month or year', version: 'version', form: 'pdf' },
  title: (span) => `Reports of ${span}`,
  none: (span) => `No report of ${span} has been compiled.`,
  unknown: (text) => `"${text}" is neither a month nor a year.`,
  noMonth: 'Which month? For example: /report view 2026-10.',
  noVersion: (month, version) => `The report of ${month} has no "${version}". /report lists its versions.`,
  draft: 'draft',
  final: 'final',
  amended: 'amended',
  columns: ['Month', 'Version', 'State', 'Compiled (cut-off)', 'By', 'Template', 'Made final', 'By'],
  version: (month, version, mark) => `${month}, version ${version} (${mark})`,
  made: (at, by) => `compiled ${at} by ${by}, data up to then`,
  frozen: (at, by) => `made final ${at} by ${by}`,
  template: (name) => `template: ${name}`,
  how: 'For a file, send /report get MONTH VERSION, such as /report get 2026-10 v2; for its text, /report view MONTH.',
  noPdf: 'The server has no LibreOffice to make a PDF with. Word and WPS save the Word file as PDF.',
  pdfComing: 'The PDF is being made and will arrive here.',
  textComing: 'The text is in your private chat.',
  asked: 'It was sent already, further up.',
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
    actions: { list: ['列表'], get: ['发送'], view: ['看', '正文'] },
    defaultAction: 'list',
    positional: ['span', 'version', 'form'],
  },
  args: z.strictObject({
    action: z.enum(['list', 'get', 'view']),
    span: z.string().optional(),
    version: z.string().optional(),
    form: z.string().optional(),
  }),
  examples: ['', '10月', '2026年', '发送 2026-10 v2', '发送 10月 pdf', '看 10月'],
  run: (ctx, { action, ...written }, words) =>
    // `/报告 10月 v2` asks for a version as well.
    action === 'list' && written.version === undefined
      ? list(ctx, written.span, words)
      : getVersion(ctx, { ...written, action: action === 'list' ? 'get' : action }, words),
  clicks: {
    pdf: {
      roles: ['lead', 'chief'],
      run: (ctx, data, words) =>
        press(ctx, data, async (wanted) => {
          if (!ctx.offersPdf) return { tone: 'warning', notice: words.noPdf };
          const isNew = await sendPdf(ctx, wanted);
          return { tone: 'info', notice: isNew ? words.pdfComing : words.asked };
        }),
    },
    view: {
      roles: ['lead', 'chief'],
      run: (ctx, data, words) =>
        press(ctx, data, async (wanted) => {
          const isNew = await sendText(ctx, wanted);
          return { tone: 'info', notice: isNew ? words.textComing : words.asked };
        }),
    },
  },
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

interface Asked {
  readonly action: 'get' | 'view';
  readonly span?: string | undefined;
  readonly version?: string | undefined;
  readonly form?: string | undefined;
}

/** The very file that went out then: a version's bytes are kept. Without a version: the latest. */
async function getVersion(ctx: CommandContext, written: Asked, words: typeof zh): Promise<void> {
  if (written.span === undefined) return ctx.misuse(words.noMonth);
  const month = parseMonth(written.span, ctx.today);
  if (month === undefined) return ctx.misuse(words.unknown(written.span));
  const versions = await describeVersions(ctx, [month]);
  if (versions.length === 0) return ctx.misuse(words.none(describeMonth(month)));
  const named = [written.version, written.form].filter((word) => word !== undefined);
  const [which, ...more] = named.filter((word) => !isPdf(word));
  const wanted = more.length > 0 ? undefined : readVersion(which);
  const found = versions.find(
    ({ version, mark }) =>
      wanted === 'latest' || (wanted === 'final' ? mark !== 'draft' : version === wanted),
  );
  if (found === undefined) return ctx.misuse(words.noVersion(describeMonth(month), named.join(' ')));
  const version = { reportId: found.reportId, isFinal: found.mark !== 'draft' };
  if (written.action === 'view') return showText(ctx, version, words);
  const asPdf = named.some(isPdf);
  if (asPdf && !ctx.offersPdf) return ctx.reply({ kind: 'notice', text: words.noPdf });
  await sendAgain(ctx, version, asPdf ? 'pdf' : undefined);
}

async function showText(
  ctx: CommandContext,
  version: Parameters<typeof sendText>[1],
  words: typeof zh,
): Promise<void> {
  await sendText(ctx, version);
  if (!ctx.source.private) await ctx.reply({ kind: 'notice', text: words.textComing });
}

/** The version that a card tells of, as it is now: a draft may have become final since. */
async function press(
  ctx: CommandContext,
  { month = '', version = '' }: Readonly<Record<string, string>>,
  send: (wanted: Parameters<typeof sendText>[1]) => Promise<ClickAnswer>,
): Promise<ClickAnswer> {
  const found = await ctx.repos.reports.version(ctx.group.id, month, Number(version));
  if (found === undefined) return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  return send({ reportId: found.id, isFinal: found.frozen !== undefined });
}

function isPdf(word: string): boolean {
  return word.normalize('NFKC').toLowerCase() === 'pdf';
}

/** `v2`, `2`, `第2版`, `第 2 版` as one word; `最新`, `定稿`. */
function readVersion(written: string | undefined): number | 'latest' | 'final' | undefined {
  if (written === undefined || written === '最新' || written === 'latest') return 'latest';
  if (written === '定稿' || written === 'final') return 'final';
  const digits = /^(?:v|第)?(\d{1,6})版?$/i.exec(written.normalize('NFKC').trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

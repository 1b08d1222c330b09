import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { doubtsCard } from '../bot/report/doubts-card.ts';
import { nameTemplate } from '../bot/report/find-template.ts';
import { freezeVersion, frozenNotice } from '../bot/report/freeze-version.ts';
import { listDoubts } from '../bot/report/list-doubts.ts';
import { monthMeant, readMonth } from '../bot/report/read-month.ts';
import { isUnsent } from '../bot/report/store-version.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import { describeMonth } from '../domain/period/month.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '把某月报告的最新一版定稿',
  args: { month: '月份' },
  none: (month: string) => `${month}还没有汇总过报告，请先发送 /汇总 ${month}。`,
  busy: (month: string) => `${month}的报告正在生成，收到文件后再定稿。`,
  title: (month: string, template: string, version: number) =>
    `${month}${template} 第 ${version} 版要定稿吗？`,
  note: '定稿后不再汇总，迟到的信息列入下月“上月补报”；改动用 /更正。',
  go: '仍要定稿',
  wait: '先不定稿',
  waiting: (month: string) => `${month}报告先不定稿，可继续补充后再次汇总。`,
};

const en: typeof zh = {
  summary: "Makes the latest version of a month's report final",
  args: { month: 'month' },
  none: (month) => `No report of ${month} has been compiled. Send /compile first.`,
  busy: (month) => `The report of ${month} is being made; wait for its file.`,
  title: (month, template, version) =>
    `Make version ${version} of the report of ${month} (${template}) final?`,
  note: 'It is not compiled again then. Late items go into the next report; corrections are made by /amend.',
  go: 'Make it final',
  wait: 'Not yet',
  waiting: (month) => `The report of ${month} stays a draft.`,
};

export const command = defineCommand({
  name: 'finalize',
  aliases: ['定稿'],
  roles: ['lead', 'chief'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['month'] },
  args: z.strictObject({ month: z.string().optional() }),
  examples: ['', '2026-10', '上月'],
  readsBack: ({ month }, today) => monthMeant(month, today),
  async run(ctx, { month: written }, words) {
    const month = readMonth(ctx, written);
    const latest = await ctx.repos.reports.latest(ctx.group.id, month);
    const name = describeMonth(month);
    if (latest === undefined) return ctx.reply({ kind: 'notice', text: words.none(name) });
    if (latest.frozen !== undefined) {
      const text = await frozenNotice(ctx, latest, { frozen: latest.frozen, kind: 'already' });
      return ctx.reply({ kind: 'notice', text });
    }
    if (await isUnsent(ctx, latest)) return ctx.reply({ kind: 'notice', text: words.busy(name) });
    const doubts = await listDoubts(ctx, latest);
    if (doubts.length === 0) return ctx.reply({ kind: 'notice', text: await freezeVersion(ctx, latest) });
    const data = { group: ctx.group.id, month, version: String(latest.version) };
    await ctx.reply(
      doubtsCard({
        title: words.title(name, nameTemplate(ctx, latest.template), latest.version),
        doubts,
        note: words.note,
        buttons: [
          { label: words.go, style: 'primary', action: 'finalize.go', data },
          { label: words.wait, action: 'finalize.wait', data },
        ],
      }),
    );
  },
  clicks: {
    go: { roles: ['lead', 'chief'], run: finalizeAnyway },
    wait: {
      roles: ['lead', 'chief'],
      async run(ctx, { month = '', version = '' }, words) {
        const name = describeMonth(month);
        const notice = words.waiting(name);
        const asked = await ctx.repos.reports.version(ctx.group.id, month, Number(version));
        const title = words.title(name, nameTemplate(ctx, asked?.template ?? ''), Number(version));
        return { tone: 'info', notice, card: doubtsCard({ title, outcome: notice }) };
      },
    },
  },
});

/** Only the version that the card asked about: a later one has other doubts. */
async function finalizeAnyway(
  ctx: CommandContext,
  { month = '', version = '' }: Readonly<Record<string, string>>,
  words: typeof zh,
): Promise<ClickAnswer> {
  const latest = await ctx.repos.reports.latest(ctx.group.id, month);
  if (latest === undefined || String(latest.version) !== version || (await isUnsent(ctx, latest))) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const { frozen } = latest;
  const notice =
    frozen === undefined
      ? await freezeVersion(ctx, latest)
      : await frozenNotice(ctx, latest, { frozen, kind: 'already' });
  const title = words.title(describeMonth(month), nameTemplate(ctx, latest.template), latest.version);
  return {
    tone: frozen === undefined ? 'success' : 'info',
    notice,
    card: doubtsCard({ title, outcome: notice }),
  };
}

import { describeMonth } from '../../domain/period/month.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { dateOf, fromStamp, timeOf, toStamp } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { Freezing, ReportVersion } from '../../store/repos/reports.ts';
import type { CommandContext } from '../context.ts';
import { planOnline } from './plan-online.ts';

interface FrozenWords {
  readonly done: (month: string, version: number) => string;
  readonly amended: (month: string, version: number) => string;
  readonly already: (month: string, version: number, by: string) => string;
  readonly refused: (month: string, version: number, by: string) => string;
}

const WORDS: Words<FrozenWords> = {
  'zh-CN': {
    done: (month, version) => `${month}报告第 ${version} 版已定稿，定稿文件随后发到这里。`,
    amended: (month, version) => `${month}报告已更正为第 ${version} 版，文件末页附更正说明，随后发到这里。`,
    already: (month, version, by) =>
      `${month}报告第 ${version} 版已由${by}定稿。内容有误请发送 /更正 ${month}，取文件请发送 /报告 发送 ${month}。`,
    refused: (month, version, by) =>
      `${month}报告第 ${version} 版已由${by}定稿，不再汇总。内容有误请发送 /更正 ${month}。`,
  },
  en: {
    done: (month, version) => `Version ${version} of the report of ${month} is final; its file follows.`,
    amended: (month, version) =>
      `The report of ${month} is amended: version ${version} follows, with a page of corrections.`,
    already: (month, version, by) =>
      `Version ${version} of the report of ${month} was made final by ${by}. Send /amend to correct it, /report get for the file.`,
    refused: (month, version, by) =>
      `Version ${version} of the report of ${month} was made final by ${by} and is not compiled again. Send /amend to correct it.`,
  },
};

/** Makes a version final and plans its file, which follows where the person spoke. Returns what to say. */
export async function freezeVersion(
  ctx: CommandContext,
  version: Pick<ReportVersion, 'id' | 'month' | 'version' | 'facts'>,
  deed: 'finalize' | 'amend' = 'finalize',
): Promise<string> {
  const { id, month, facts } = version;
  const draftKey = finalKey(id);
  await ctx.repos.reports.freeze(id, { at: toStamp(ctx.now), by: ctx.actor.id, draftKey });
  await ctx.repos.frozenItems.replace(
    { groupId: ctx.group.id, month },
    facts.items.map((item) => item.id),
  );
  await ctx.send({
    key: draftKey,
    target: { kind: 'chat', chatId: ctx.source.chatId },
    message: { kind: 'report', reportId: id, stage: 'final' },
  });
  await planOnline(ctx, id, 'final');
  await ctx.audit(`report.${deed}`, { month, version: version.version });
  const words = WORDS[ctx.locale];
  const say = deed === 'amend' ? words.amended : words.done;
  return say(describeMonth(month), version.version);
}

/** Makes the next version, final at once, of facts that are others than those of the final version. */
export async function amendVersion(
  ctx: CommandContext,
  { month, template }: Pick<ReportVersion, 'month' | 'template'>,
  facts: MonthFacts,
): Promise<string> {
  const id = ctx.ids.next();
  const { version } = facts;
  const hash = ctx.templates.find((one) => one.id === template)?.hash;
  await ctx.repos.reports.insert({
    kind: 'report',
    id,
    groupId: ctx.group.id,
    month,
    template,
    ...(hash !== undefined && { templateHash: hash }),
    version,
    facts,
    madeBy: ctx.actor.id,
    madeAt: toStamp(ctx.now),
    draftKey: finalKey(id),
  });
  return freezeVersion(ctx, { id, month, version, facts }, 'amend');
}

function finalKey(id: string): string {
  return `report-final:${id}`;
}

/** Why a final version is not made final once more (`already`), or its month not compiled (`refused`). */
export async function frozenNotice(
  ctx: CommandContext,
  { month, version }: Pick<ReportVersion, 'month' | 'version'>,
  { frozen, kind }: { readonly frozen: Freezing; readonly kind: 'already' | 'refused' },
): Promise<string> {
  const names = await ctx.repos.people.names([frozen.by]);
  const at = fromStamp(frozen.at);
  const by = ` ${names.get(frozen.by) ?? frozen.by} ${dateOf(at).toString()} ${timeOf(at)} `;
  return WORDS[ctx.locale][kind](describeMonth(month), version, by);
}

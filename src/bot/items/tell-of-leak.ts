import { isHeldBack } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { printsItem } from '../../domain/report/prints-item.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { ReportVersion } from '../../store/repos/reports.ts';
import type { CommandContext } from '../context.ts';
import { findSentUp } from '../hand-up/find-sent-up.ts';
import { nameTemplate } from '../report/find-template.ts';
import { sendPrivately } from '../send-privately.ts';

/** What of a version has gone out, and where to. */
const FORMS = ['draft', 'final', 'again', 'pdf', 'text', 'online'] as const;
type Form = (typeof FORMS)[number];

interface LeakWords {
  readonly title: (serial: number, verdict: string) => string;
  readonly text: (number: string) => string;
  readonly version: (month: string, template: string, version: number) => string;
  readonly forms: Readonly<Record<Form, string>>;
  readonly places: { readonly group: string; readonly private: string };
  readonly sent: (form: string, place: string) => string;
  readonly handedUp: (unit: string, number: string) => string;
  readonly pitched: (outlets: string) => string;
  readonly others: string;
}

const WORDS: Words<LeakWords> = {
  'zh-CN': {
    title: (serial, verdict) => `#${serial} 现为“${verdict}”，请撤下已发出的文件`,
    text: (number) => `${number} 在定为不能公开之前已经发出，请逐项撤下或收回：`,
    version: (month, template, version) => `${month}${template} 第 ${version} 版：`,
    forms: {
      draft: '初稿',
      final: '定稿',
      again: '再次发送',
      pdf: 'PDF',
      text: '正文卡片',
      online: '在线文档',
    },
    places: { group: '群内', private: '私聊' },
    sent: (form, place) => `${form}（${place}）`,
    handedUp: (unit, number) => `已上报${unit}（对方编号 ${number}），请与对方联系`,
    pitched: (outlets) => `已投稿：${outlets}，请与媒体联系`,
    others: '导出的表格、另行转发的文件请一并核对。撤下后重新汇总，已定稿的用 /更正。',
  },
  en: {
    title: (serial, verdict) => `#${serial} is "${verdict}" now: take down what was sent`,
    text: (number) => `${number} had gone out before it was held back. Please take down or call back:`,
    version: (month, template, version) => `${template} of ${month}, version ${version}: `,
    forms: {
      draft: 'draft',
      final: 'final file',
      again: 'sent again',
      pdf: 'PDF',
      text: 'text on cards',
      online: 'online document',
    },
    places: { group: 'in the group', private: 'in private' },
    sent: (form, place) => `${form} (${place})`,
    handedUp: (unit, number) => `handed up to ${unit} (${number} there): please tell them`,
    pitched: (outlets) => `pitched to ${outlets}: please tell them`,
    others:
      'Tables that were exported, and files that were passed on, may have it too. Then compile anew, or /amend.',
  },
};

/**
 * An item is held back from now on: the leads learn in private where it has gone out before, so that it can be taken down.
 * Nothing is said when it has not. Returns whether there was something to say.
 */
export async function tellOfLeak(
  ctx: CommandContext,
  item: ItemRecord,
  before: ItemRecord,
): Promise<boolean> {
  if (!isHeldBack(item) || isHeldBack(before)) return false;
  const words = WORDS[ctx.locale];
  const lines = [...(await reportLines(ctx, item)), ...(await otherLines(ctx, item))];
  if (lines.length === 0) return false;
  const verdict = texts(ctx.locale).secrecy[item.secrecy];
  await sendPrivately(ctx, await ctx.repos.people.leads(ctx.group.id), {
    key: `leak:${item.id}:${item.revision}`,
    message: {
      kind: 'card',
      card: {
        tone: 'danger',
        title: words.title(item.serial, verdict),
        blocks: [
          { kind: 'text', text: words.text(item.number) },
          { kind: 'list', items: lines },
          { kind: 'note', text: words.others },
        ],
      },
    },
  });
  return true;
}

/** A line for each version that prints the item and that went out, newest first. */
async function reportLines(ctx: CommandContext, item: ItemRecord): Promise<readonly string[]> {
  const words = WORDS[ctx.locale];
  const { list } = texts(ctx.locale);
  const lines: string[] = [];
  for (const version of await ctx.repos.reports.naming(ctx.group.id, item.id)) {
    const sent = printsItem(version.facts, item.id) ? await sentForms(ctx, version) : [];
    if (sent.length === 0) continue;
    const name = nameTemplate(ctx, version.template);
    lines.push(words.version(describeMonth(version.month), name, version.version) + list(sent));
  }
  return lines;
}

/**
 * In which forms a version went out, and where to as far as that is known: what was sent is forgotten after a while. A
 * final version has gone out; a draft has unless it still waits or could not be sent.
 */
async function sentForms(ctx: CommandContext, version: ReportVersion): Promise<readonly string[]> {
  const words = WORDS[ctx.locale];
  const { id, draftKey, frozen } = version;
  const keys: Readonly<Record<Form, string | undefined>> = {
    draft: draftKey,
    final: frozen?.draftKey,
    again: `report-again:${id}:`,
    pdf: `report-pdf:${id}:`,
    text: `report-text:${id}:`,
    online: `online:${id}:`,
  };
  const main: Form = frozen === undefined ? 'draft' : 'final';
  const sent: string[] = [];
  for (const form of FORMS) {
    const key = keys[form];
    const targets = key === undefined ? [] : await ctx.repos.outbox.sentUnder(key);
    const isForgotten = form === main && targets.length === 0;
    if (isForgotten && (frozen !== undefined || (await ctx.repos.outbox.find(draftKey)) === undefined)) {
      sent.push(words.forms[form]);
    }
    for (const target of targets) {
      const place = target.kind === 'chat' && target.chatId === ctx.group.id ? 'group' : 'private';
      sent.push(words.sent(words.forms[form], words.places[place]));
    }
  }
  return [...new Set(sent)];
}

async function otherLines(ctx: CommandContext, item: ItemRecord): Promise<readonly string[]> {
  const words = WORDS[ctx.locale];
  const sentUp = await findSentUp(ctx, item);
  const pitched = await ctx.repos.pitches.ofItem(item.id);
  return [
    ...sentUp.map(({ unit, number }) => words.handedUp(unit, number)),
    ...(pitched.length === 0
      ? []
      : [words.pitched(texts(ctx.locale).list(pitched.map(({ outlet }) => outlet)))]),
  ];
}

import type { Adoption } from '../../domain/adoption/adoption.ts';
import { readAdoption } from '../../domain/adoption/read-adoption.ts';
import { matchOutlet } from '../../domain/outlet/match-outlet.ts';
import { toStamp } from '../../kernel/clock.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findOfferedItem } from './adoptable-item.ts';
import { describeAdoption } from './adoption-words.ts';

interface CancelWords {
  readonly none: (ref: string) => string;
  readonly which: (ref: string, known: string) => string;
  readonly done: (ref: string, what: string) => string;
}

const WORDS: Words<CancelWords> = {
  'zh-CN': {
    none: (ref) => `${ref} 没有这样的用稿登记。发送 /查看 ${ref} 可看已登记的用稿。`,
    which: (ref, known) => `${ref} 登记了：${known}。请写明取消哪一个，例如 /用稿 取消 ${ref} 媒体 日期`,
    done: (ref, what) => `已取消 ${ref} 的用稿登记：${what}。登记和取消的记录都保留。`,
  },
  en: {
    none: (ref) => `There is no such registration of ${ref}. /show ${ref} lists them.`,
    which: (ref, known) => `${ref} was printed by: ${known}. Say which: /adopted cancel ${ref} OUTLET DATE`,
    done: (ref, what) => `Cancelled for ${ref}: ${what}. Both stay on record.`,
  },
};

/** Takes back what was registered of an item: the only one, or the one of the outlet and day that are named. */
export async function cancelAdoption(ctx: CommandContext, ref: string, text: string): Promise<void> {
  const words = WORDS[ctx.locale];
  const item = await findOfferedItem(ctx, ref);
  const short = `#${item.serial}`;
  const all = await ctx.repos.adoptions.ofItem(item.id);
  const [found, ...more] = await narrow(ctx, all, text);
  if (found === undefined) return ctx.reply({ kind: 'notice', text: words.none(short) });
  if (more.length > 0) {
    const known = [found, ...more].map((one) => describeAdoption(ctx.locale, one));
    return ctx.reply({ kind: 'notice', text: words.which(short, texts(ctx.locale).list(known)) });
  }
  const at = toStamp(ctx.now);
  const what = describeAdoption(ctx.locale, found);
  await ctx.repos.adoptions.cancel(found.id, { by: ctx.actor.id, at });
  await ctx.repos.items.change(item, {}, { actorId: ctx.actor.id, at, action: 'unadopt', note: what });
  await ctx.audit('adopted.cancel', { item: item.number });
  await ctx.reply({ kind: 'notice', text: words.done(item.number, what) });
}

async function narrow(ctx: CommandContext, all: readonly Adoption[], text: string) {
  const { outlet: written, dates } = readAdoption(text, ctx.today);
  const days = dates.map(({ date }) => date?.toString());
  const aliases = await ctx.repos.outlets.list(ctx.group.id);
  const names = [...new Set(all.map(({ outlet }) => outlet))].map((name) => ({
    name,
    aliases: aliases.find((one) => one.name === name)?.aliases ?? [],
  }));
  const wanted = matchOutlet(written, names)?.name;
  return all.filter(
    ({ outlet, date }) => (written === '' || outlet === wanted) && (days.length === 0 || days.includes(date)),
  );
}

import type { WorkContext } from '../bot/context.ts';
import { type DueMoment, defineSchedule } from '../bot/define-schedule.ts';
import { quietUntilOpening } from '../bot/quiet-until-opening.ts';
import { sendPrivately } from '../bot/send-privately.ts';
import type { Card } from '../domain/message/card.ts';
import { describeTheme, headsUpDay, type ThemeOccurrence } from '../domain/theme/theme-calendar.ts';
import { dateOf, fromStamp, instantAt } from '../kernel/clock.ts';
import type { Words } from '../kernel/text/texts.ts';

const WORDS: Words<{ title: (names: string) => string; how: (name: string) => string }> = {
  'zh-CN': {
    title: (names) => `主题宣传预告：${names}`,
    how: (name) => `请提前安排活动和信息报送；报送时加一行“专题：${name}”，便于汇总。`,
  },
  en: {
    title: (names) => `Coming up: ${names}`,
    how: (name) => `Items about it can have a line “专题：${name}”.`,
  },
};

/** So far ahead the first day of a theme can lie: the longest notice and the longest holiday within it. */
const AHEAD_DAYS = 60;
/** After a longer stop of the bot a notice is passed over. */
const LATE_DAYS = 7;

interface HeadsUp extends DueMoment {
  readonly themes: readonly ThemeOccurrence[];
}

/**
 * Some working days before a theme begins the group or its leads hear of it: all themes of one day in one message each.
 * Nothing is told of a theme that has begun.
 */
export const schedule = defineSchedule<HeadsUp>({
  name: 'theme-days',
  cron: '*/10 * * * *',
  due(ctx) {
    const { calendar, group, now, today } = ctx;
    const opening = instantAt(today, group.settings.workingHours.from);
    const isOpen = calendar.isWorkday(today) && now.epochMilliseconds >= opening.epochMilliseconds;
    return isOpen && group.settings.themeDays ? headsUpsDue(ctx) : [];
  },
  quietUntil: quietUntilOpening,
  async run(ctx, { key, themes }) {
    const forGroup = themes.filter(({ theme }) => theme.tell === 'group');
    const forLead = themes.filter(({ theme }) => theme.tell === 'lead');
    const name = `themes:${ctx.group.id}:${key}`;
    if (forGroup.length > 0) {
      const target = { kind: 'chat', chatId: ctx.group.id } as const;
      await ctx.send({ key: name, target, message: { kind: 'card', card: headsUpCard(ctx, forGroup) } });
    }
    if (forLead.length > 0) {
      const leads = await ctx.repos.people.leads(ctx.group.id);
      const message = { kind: 'card', card: headsUpCard(ctx, forLead) } as const;
      await sendPrivately(ctx, leads, { key: name, message });
    }
    return themes.map(({ theme }) => theme.name).join(', ');
  },
});

/** By day on which they are to be told, from the day the group was switched on. */
function headsUpsDue({ calendar, group, themes, today }: WorkContext): readonly HeadsUp[] {
  if (group.enabledAt === undefined) return [];
  const enabled = dateOf(fromStamp(group.enabledAt)).toString();
  const earliest = [enabled, today.subtract({ days: LATE_DAYS }).toString()].sort().at(-1) ?? enabled;
  const byDay = new Map<string, ThemeOccurrence[]>();
  for (const occurrence of themes.between(today, today.add({ days: AHEAD_DAYS }))) {
    if (occurrence.first.toString() < today.toString()) continue;
    const day = headsUpDay(occurrence, calendar).toString();
    if (day >= earliest && day <= today.toString()) {
      byDay.set(day, [...(byDay.get(day) ?? []), occurrence]);
    }
  }
  const dueAt = instantAt(today, group.settings.workingHours.from);
  return [...byDay].sort().map(([key, found]) => ({ key, dueAt, themes: found }));
}

function headsUpCard({ locale }: WorkContext, themes: readonly ThemeOccurrence[]): Card {
  const words = WORDS[locale];
  const names = themes.map(({ theme }) => theme.name);
  const items = themes.map((one) => `${describeTheme(one)} ${one.theme.name}`);
  return {
    tone: 'info',
    title: words.title(names.join('、')),
    blocks: [
      { kind: 'list', items },
      { kind: 'note', text: words.how(names[0] ?? '') },
    ],
  };
}

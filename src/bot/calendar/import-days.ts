import { z } from 'zod';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { describeSpans } from '../../domain/calendar/describe-spans.ts';
import type { Card, CardBlock, ClickAnswer } from '../../domain/message/card.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

interface ImportWords {
  readonly title: (off: number, worked: number) => string;
  readonly off: string;
  readonly worked: string;
  readonly line: (note: string, spans: string) => string;
  readonly missing: (holidays: string) => string;
  readonly kept: (days: string) => string;
  readonly pending: string;
  readonly confirm: string;
  readonly done: (off: number, worked: number) => string;
  readonly outdated: string;
}

const WORDS: Words<ImportWords> = {
  'zh-CN': {
    title: (off, worked) => `导入预览：放假 ${off} 天，调休上班 ${worked} 天`,
    off: '放假',
    worked: '调休上班',
    line: (note, spans) => (note ? `${note}：${spans}` : spans),
    missing: (holidays) => `没有看到这些节日的安排：${holidays}。请核对通知是否粘贴完整。`,
    kept: (days) => `本群另外设过的日期保持不变：${days}。不再需要的请用 /日历 移除。`,
    pending: '以上内容还没有生效，确认后对本群的提醒、应报周次和报告生效。',
    confirm: '确认导入',
    done: (off, worked) => `已导入：放假 ${off} 天，调休上班 ${worked} 天。`,
    outdated: '这份预览已经失效，请以最新发送的为准。',
  },
  en: {
    title: (off, worked) => `Preview: ${off} days off, ${worked} make-up days`,
    off: 'Days off',
    worked: 'Make-up days',
    line: (note, spans) => (note ? `${note}: ${spans}` : spans),
    missing: (holidays) => `Nothing is said about ${holidays}. Was the notice copied as a whole?`,
    kept: (days) => `Days set in this group otherwise stay as they are: ${days}.`,
    pending: 'Nothing of this holds yet.',
    confirm: 'Import',
    done: (off, worked) => `Imported: ${off} days off, ${worked} make-up days.`,
    outdated: 'This preview is no longer the last one.',
  },
};

/** Days that wait for their sender's yes. Newer ones take their place. */
const pendingDays = z.object({
  id: z.string(),
  days: z.array(z.object({ day: z.string(), kind: z.enum(['off', 'workday']), note: z.string() })),
});

/** Shows what days would be set, and keeps them for the yes. `missing`: holidays that nothing is said about. */
export async function previewDays(
  ctx: CommandContext,
  days: readonly CalendarDay[],
  missing: readonly string[],
): Promise<Card> {
  const words = WORDS[ctx.locale];
  const id = ctx.ids.next();
  await ctx.repos.records.setValue(keyOf(ctx), JSON.stringify({ id, days }));
  const data = { group: ctx.group.id, import: id };
  const kept = await otherDays(ctx, days);
  return {
    tone: missing.length > 0 ? 'warning' : 'info',
    title: words.title(...countsOf(days)),
    blocks: [
      ...dayBlocks(days, words),
      ...textBlock(missing.length > 0 ? words.missing(missing.join('、')) : ''),
      ...textBlock(kept.length > 0 ? words.kept(describeSpans(kept).join('、')) : ''),
      { kind: 'note', text: words.pending },
      {
        kind: 'buttons',
        buttons: [{ label: words.confirm, style: 'primary', action: 'calendar.confirm', data }],
      },
    ],
  };
}

/** Sets the days of the preview with this id, if it is the last one shown to this person. */
export async function confirmDays(ctx: CommandContext, id: string | undefined): Promise<ClickAnswer> {
  const words = WORDS[ctx.locale];
  const kept = await ctx.repos.records.value(keyOf(ctx));
  const pending = kept ? pendingDays.parse(JSON.parse(kept)) : undefined;
  if (pending === undefined || pending.id !== id) return { tone: 'warning', notice: words.outdated };
  await ctx.repos.calendarDays.put(ctx.group.id, pending.days, {
    by: ctx.actor.id,
    at: toStamp(ctx.now),
    version: ctx.ids.next(),
  });
  await ctx.repos.records.setValue(keyOf(ctx), '');
  const first = pending.days.at(0)?.day ?? '';
  await ctx.audit('calendar.import', { days: `${first}…${pending.days.at(-1)?.day ?? first}` });
  const notice = words.done(...countsOf(pending.days));
  return {
    tone: 'success',
    notice,
    card: { tone: 'success', title: notice, blocks: dayBlocks(pending.days, words) },
  };
}

function keyOf(ctx: CommandContext): string {
  return `calendar-import:${ctx.group.id}:${ctx.actor.id}`;
}

function countsOf(days: readonly CalendarDay[]): [off: number, worked: number] {
  const off = days.filter(({ kind }) => kind === 'off').length;
  return [off, days.length - off];
}

/** Days of the same years that the group has set before and the new ones do not speak of. */
async function otherDays(ctx: CommandContext, days: readonly CalendarDay[]): Promise<readonly string[]> {
  const years = days.map(({ day }) => day.slice(0, 4)).sort();
  const range = { from: `${years.at(0)}-01-01`, to: `${years.at(-1)}-12-31` };
  const known = new Set(days.map(({ day }) => day));
  const own = await ctx.repos.calendarDays.list(ctx.group.id, range);
  return own.map(({ day }) => day).filter((day) => !known.has(day));
}

function dayBlocks(days: readonly CalendarDay[], words: ImportWords): readonly CardBlock[] {
  return (
    [
      ['off', words.off],
      ['workday', words.worked],
    ] as const
  ).flatMap(([wanted, title]): readonly CardBlock[] => {
    const some = days.filter(({ kind }) => kind === wanted);
    const notes = [...new Set(some.map(({ note }) => note))];
    const items = notes.map((note) => {
      const spans = describeSpans(some.filter((one) => one.note === note).map(({ day }) => day));
      return words.line(note, spans.join('、'));
    });
    return items.length === 0 ? [] : [{ kind: 'list', title, items }];
  });
}

function textBlock(text: string): readonly CardBlock[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

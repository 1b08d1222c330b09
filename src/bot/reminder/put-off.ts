import { weekOf } from '../../domain/period/week.ts';
import { PUT_OFFS_A_WEEK, type PutOffWish, putOffTime } from '../../domain/reminder/put-off-time.ts';
import { instantAt, timeOf, toStamp } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext, WorkContext } from '../context.ts';
import { readReminder } from './plan-reminder.ts';
import { missingOf, privateCard } from './private-card.ts';

const words: Words<{
  done: (time: string) => string;
  planned: string;
  nothing: string;
  tooLate: string;
  enough: string;
}> = {
  'zh-CN': {
    done: (time) => `好的，今天 ${time} 再私信提醒您一次；在此之前报送了就不再提醒。`,
    planned: '已经定好稍后再提醒您，不用重复设置。',
    nothing: '您的部门本周没有待报的信息，不用提醒。',
    tooLate: '今天的工作时间里来不及再提醒了，请尽快发送“报送 标题｜内容”；没有的，发送“本周无”。',
    enough: `一周最多推后 ${PUT_OFFS_A_WEEK} 次，请尽快发送“报送 标题｜内容”；没有的，发送“本周无”。`,
  },
  en: {
    done: (time) => `You will be reminded once more today at ${time}, unless you answer before.`,
    planned: 'You will be reminded later already.',
    nothing: 'Nothing of yours is missing this week.',
    tooLate: 'There is no working time left today. Please send "submit title|text", or "nil".',
    enough: `A reminder can be put off ${PUT_OFFS_A_WEEK} times a week. Please send "submit title|text", or "nil".`,
  },
};

/** Plans one more private reminder for whoever asks, later the same day. `ok`: it is planned. */
export async function putOff(
  ctx: CommandContext,
  wish: PutOffWish,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const said = words[ctx.locale];
  const week = weekOf(ctx.today);
  const reminder = await readReminder(ctx, week);
  const own = missingOf(reminder, ctx.actor.id);
  if (own.length === 0) return { ok: false, text: said.nothing };
  const { workingHours } = ctx.group.settings;
  const at = putOffTime({ now: ctx.now, wish, calendar: ctx.calendar, workingHours });
  if (at === undefined) return { ok: false, text: said.tooLate };
  const key = await freeKey(ctx, week);
  if (key === 'planned' || key === 'enough') return { ok: false, text: said[key] };
  await ctx.send({
    key,
    target: { kind: 'person', personId: ctx.actor.id },
    message: { kind: 'card', card: privateCard(ctx, reminder, own) },
    notBefore: at,
    usefulUntil: instantAt(ctx.today, workingHours.to),
  });
  return { ok: true, text: said.done(timeOf(at)) };
}

/** The key of this person's next put-off; or why there is none: one is planned, or the week's are used up. */
async function freeKey(ctx: CommandContext, week: string): Promise<string> {
  for (let count = 1; count <= PUT_OFFS_A_WEEK; count += 1) {
    const due = `${week}:${ctx.actor.id}:${count}`;
    const key = `${putOffPrefix(ctx, week)}${ctx.actor.id}:${count}`;
    const mark = { schedule: PUT_OFF, groupId: ctx.group.id, due, at: toStamp(ctx.now), outcome: '' };
    if (await ctx.repos.records.fire(mark)) return key;
    if ((await ctx.repos.outbox.find(key))?.state === 'ready') return 'planned';
  }
  return 'enough';
}

const PUT_OFF = 'put-off';

/** Whether a draft is one that a correspondent has asked for: nobody else has to hear what became of it. */
export function isPutOff(key: string): boolean {
  return key.startsWith(`${PUT_OFF}:`);
}

/** What the keys of a group's put-off reminders of a week begin with; the person's id follows. */
export function putOffPrefix({ group }: Pick<WorkContext, 'group'>, week: string): string {
  return `${PUT_OFF}:${group.id}:${week}:`;
}

import type { WorkContext } from '../bot/context.ts';
import { dueToday, quietToday } from '../bot/daily-moment.ts';
import { defineSchedule } from '../bot/define-schedule.ts';
import { findHolders } from '../bot/find-holders.ts';
import { describeDraft } from '../bot/report-dead.ts';
import { sendPrivately } from '../bot/send-privately.ts';
import { DISK_SHORT } from '../bot/watch-disk.ts';
import { texts, type Words } from '../kernel/text/texts.ts';

const words: Words<{
  dead: (count: number, group: string, what: string) => string;
  disk: (room: string) => string;
}> = {
  'zh-CN': {
    dead: (count, group, what) =>
      `${group}有 ${count} 条消息没能送达：${what}。请核对人员是否还在群内、机器人权限是否完整；服务器上可运行 npm run doctor 检查。`,
    disk: (room) =>
      `机器人所在服务器的磁盘空间不足（剩余 ${room}），写满后将收不进新信息。请尽快清理或扩容。`,
  },
  en: {
    dead: (count, group, what) =>
      `${count} messages of ${group} could not be delivered: ${what}. See whether people are still in the group and the bot has its rights; npm run doctor on the server checks.`,
    disk: (room) =>
      `The bot's server is short of disk space (left: ${room}). Once it is full nothing can be stored: make room soon.`,
  },
};

/** How many of the messages are named; the number tells of all. */
const NAMED = 3;

/** Once on each working day the group's admins hear of messages that died since, and of a disk that is filling up. */
export const schedule = defineSchedule({
  name: 'admin-watch',
  cron: '*/10 * * * *',
  due: (ctx) => dueToday(ctx, ctx.group.settings.workingHours.from),
  quietUntil: (ctx) => quietToday(ctx, ctx.group.settings.workingHours.from),
  async run(ctx) {
    const admins = await findHolders(ctx, 'admin');
    return `${await tellOfDead(ctx, admins)}, ${await tellOfDisk(ctx, admins)}`;
  },
});

async function tellOfDead(ctx: WorkContext, admins: readonly string[]): Promise<string> {
  const { group, repos, today } = ctx;
  const seenKey = `dead-seen:${group.id}`;
  const dead = await repos.outbox.deadOf(group.id);
  const seen = Number((await repos.records.value(seenKey)) ?? 0);
  const count = dead.length - seen;
  if (count !== 0) await repos.records.setValue(seenKey, String(dead.length));
  if (count <= 0) return 'nothing dead';
  const { list } = texts(ctx.locale);
  const named = dead.slice(-Math.min(count, NAMED)).map((draft) => describeDraft(draft, ctx.locale));
  const name = group.name || group.settings.unitName;
  await sendPrivately(ctx, admins, {
    key: `admin-watch:dead:${group.id}:${today.toString()}`,
    message: { kind: 'notice', text: words[ctx.locale].dead(count, name, list(named)) },
  });
  return `${count} dead`;
}

/** A disk is nobody's group: whoever is admin of several hears of it once a day. */
async function tellOfDisk(ctx: WorkContext, admins: readonly string[]): Promise<string> {
  const room = await ctx.repos.records.value(DISK_SHORT);
  if (room === undefined || room === '') return 'disk all right';
  await sendPrivately(ctx, admins, {
    key: `admin-watch:disk:${ctx.today.toString()}`,
    message: { kind: 'notice', text: words[ctx.locale].disk(room) },
  });
  return 'disk short';
}

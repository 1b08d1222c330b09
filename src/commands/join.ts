import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { findHolders } from '../bot/find-holders.ts';
import { findDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { decideRequest, type JoinOutcome } from '../bot/joining/decide-request.ts';
import { type Department, departmentName, reportersOn } from '../domain/department/department.ts';
import type { Card, ClickAnswer } from '../domain/message/card.ts';
import type { JoinRequest } from '../domain/people/join-request.ts';
import { dateOf, fromStamp, timeOf, toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '申请担任部门通讯员',
  args: { department: '部门' },
  sent: (department: string, admins: string) =>
    `已收到：申请担任${department}的通讯员，已私信管理员${admins}确认，结果会私信告知。`,
  waits: (department: string, when: string) =>
    `您 ${when} 已申请${department}，正等待管理员确认，不用重复申请。`,
  already: (department: string) => `您已经是${department}的通讯员。`,
  noAdmin: '本群现在没有管理员，无法确认申请，请联系机器人的维护人员。',
  title: (department: string) => `通讯员申请：${department}`,
  who: '申请人',
  department: '部门',
  present: '现有通讯员',
  when: '申请时间',
  agree: '同意',
  refuse: '不同意',
  main: (name: string, department: string) => `已同意：${name}是${department}的通讯员。`,
  deputy: (name: string, department: string) => `已同意：${name}是${department}的副通讯员。`,
  refused: (name: string, department: string) => `未同意${name}担任${department}的通讯员。`,
  closed: (department: string) => `${department}已经关闭，申请作废。`,
  left: (name: string) => `${name}已不在群里，申请作废。`,
  decided: (who: string, yes: boolean) => `这份申请已由${who}处理：${yes ? '同意' : '不同意'}。`,
  gone: '没有找到这份申请。',
  told: {
    main: (department: string) => `您已是${department}的通讯员，可以发送“报送 标题｜内容”。`,
    deputy: (department: string) => `您已是${department}的副通讯员，可以发送“报送 标题｜内容”。`,
    refused: (department: string) => `管理员没有同意您担任${department}的通讯员，如有疑问请联系本群管理员。`,
  },
};

const en: typeof zh = {
  summary: 'Asks to report for a department',
  args: { department: 'department' },
  sent: (department, admins) => `Received: you want to report for ${department}. ${admins} will decide.`,
  waits: (department, when) => `You asked for ${department} on ${when}; an admin has yet to decide.`,
  already: (department) => `You report for ${department} already.`,
  noAdmin: 'This group has no admin now, so nobody can decide. Please ask whoever runs the bot.',
  title: (department) => `Application: ${department}`,
  who: 'Who',
  department: 'Department',
  present: 'Correspondents now',
  when: 'Asked',
  agree: 'Agree',
  refuse: 'Refuse',
  main: (name, department) => `Agreed: ${name} reports for ${department}.`,
  deputy: (name, department) => `Agreed: ${name} is a deputy for ${department}.`,
  refused: (name, department) => `Refused: ${name} for ${department}.`,
  closed: (department) => `${department} is closed; the application is void.`,
  left: (name) => `${name} is not in the group any more; the application is void.`,
  decided: (who, yes) => `${who} has decided this already: ${yes ? 'agreed' : 'refused'}.`,
  gone: 'There is no such application.',
  told: {
    main: (department) => `You report for ${department} now. Send: submit title|text`,
    deputy: (department) => `You are a deputy for ${department} now. Send: submit title|text`,
    refused: (department) => `Your application for ${department} was refused. Please ask this group's admin.`,
  },
};

export const command = defineCommand({
  name: 'join',
  aliases: ['申请'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['department'] },
  args: z.strictObject({ department: z.string() }),
  examples: ['规划科'],
  async run(ctx, { department: written }, words) {
    const department = findDepartment(await openDepartments(ctx), written, ctx);
    await ctx.reply({ kind: 'notice', text: await ask(ctx, department, words) });
  },
  clicks: {
    agree: {
      roles: ['admin'],
      run: (ctx, data, words) => decide(ctx, { id: data.request ?? '', yes: true, words }),
    },
    refuse: {
      roles: ['admin'],
      run: (ctx, data, words) => decide(ctx, { id: data.request ?? '', yes: false, words }),
    },
  },
});

/** Puts the request before the group's admins, each in private, and says what became of it. */
async function ask(ctx: CommandContext, department: Department, words: typeof zh): Promise<string> {
  const name = departmentName(department, ctx.today);
  if (ctx.actor.departments.some(({ id }) => id === department.id)) return words.already(name);
  const open = await ctx.repos.joinRequests.waiting(department.id, ctx.actor.id);
  if (open !== undefined) return words.waits(name, whenOf(open));
  const admins = await findHolders(ctx, 'admin');
  if (admins.length === 0) return words.noAdmin;
  const request = await ctx.repos.joinRequests.ask({
    id: ctx.ids.next(),
    groupId: ctx.group.id,
    departmentId: department.id,
    personId: ctx.actor.id,
    askedAt: toStamp(ctx.source.sentAt),
  });
  for (const personId of admins) {
    await ctx.send({
      key: `join:${request.id}:${personId}`,
      target: { kind: 'person', personId },
      message: { kind: 'card', card: await requestCard(ctx, { request, department }, words) },
    });
  }
  const names = await ctx.repos.people.names(admins);
  return words.sent(name, texts(ctx.locale).list([...names.values()]));
}

interface Asked {
  readonly request: JoinRequest;
  readonly department: Department;
}

/** The request as an admin sees it; with what came of it instead of the buttons once it is decided. */
async function requestCard(
  ctx: CommandContext,
  { request, department }: Asked,
  words: typeof zh,
  outcome?: string,
): Promise<Card> {
  const { none, list } = texts(ctx.locale);
  const name = departmentName(department, ctx.today);
  const present = reportersOn(department, ctx.today.toString()).map(({ personId }) => personId);
  const names = await ctx.repos.people.names([request.personId, ...present]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const data = { group: ctx.group.id, request: request.id };
  return {
    tone: outcome === undefined ? 'info' : 'neutral',
    title: words.title(name),
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: words.who, value: nameOf(request.personId) },
          { label: words.department, value: name },
          { label: words.present, value: list(present.map(nameOf)) || none },
          { label: words.when, value: whenOf(request) },
        ],
      },
      outcome === undefined
        ? {
            kind: 'buttons',
            buttons: [
              { label: words.agree, style: 'primary', action: 'join.agree', data },
              { label: words.refuse, action: 'join.refuse', data },
            ],
          }
        : { kind: 'text', text: outcome },
    ],
  };
}

async function decide(
  ctx: CommandContext,
  { id, yes, words }: { id: string; yes: boolean; words: typeof zh },
): Promise<ClickAnswer> {
  const request = await ctx.repos.joinRequests.find(ctx.group.id, id);
  const asked = request && (await findAsked(ctx, request));
  if (asked === undefined) return { tone: 'warning', notice: words.gone };
  const outcome = await decideRequest(ctx, asked, yes);
  const notice = await describe(ctx, asked, { outcome, words });
  if (outcome.kind !== 'decided') await tell(ctx, asked, { outcome, words });
  const now = (await findAsked(ctx, asked.request)) ?? asked;
  const tone = outcome.kind === 'main' || outcome.kind === 'deputy' ? 'success' : 'warning';
  return { tone, notice, card: await requestCard(ctx, now, words, notice) };
}

/** With the department as it stands now. */
async function findAsked(ctx: CommandContext, request: JoinRequest): Promise<Asked | undefined> {
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const department = departments.find((each) => each.id === request.departmentId);
  return department && { request, department };
}

interface Told {
  readonly outcome: JoinOutcome;
  readonly words: typeof zh;
}

async function describe(
  ctx: CommandContext,
  { request, department }: Asked,
  { outcome, words }: Told,
): Promise<string> {
  const nameOf = async (id: string) => (await ctx.repos.people.name(id)) ?? id;
  const [name, place] = [await nameOf(request.personId), departmentName(department, ctx.today)];
  switch (outcome.kind) {
    case 'decided':
      return words.decided(await nameOf(request.decidedBy ?? ''), request.state === 'agreed');
    case 'closed':
      return words.closed(place);
    case 'left':
      return words.left(name);
    default:
      return words[outcome.kind](name, place);
  }
}

/** The person learns it in private; who has left can't be reached. */
async function tell(
  ctx: CommandContext,
  { request, department }: Asked,
  { outcome, words }: Told,
): Promise<void> {
  if (outcome.kind === 'left' || outcome.kind === 'decided') return;
  const place = departmentName(department, ctx.today);
  const text = outcome.kind === 'closed' ? words.closed(place) : words.told[outcome.kind](place);
  await ctx.send({
    key: `joined:${request.id}`,
    target: { kind: 'person', personId: request.personId },
    message: { kind: 'notice', text },
  });
}

function whenOf({ askedAt }: JoinRequest): string {
  const when = fromStamp(askedAt);
  return `${dateOf(when).toString()} ${timeOf(when)}`;
}

import type { Group } from '../domain/group/group.ts';
import type { MessageEvent } from '../domain/message/inbound.ts';
import { dateOf, fromStamp, type Instant } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import { explain, texts } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import { authorize } from './authorize.ts';
import type { CommandContext, Source } from './context.ts';
import { type ContextDeps, createContext } from './create-context.ts';
import type { Command } from './define-command.ts';
import { readArguments } from './grammar/read-arguments.ts';
import type { ReadCommand } from './grammar/read-command.ts';
import { nearestCommand, shownName } from './help.ts';
import { chooseGroup, findActor, type GroupChoice } from './identify.ts';
import { addAnsweredItem } from './items/answered-item.ts';
import { takeFiles } from './items/take-files.ts';
import { type ParseDeps, parseMessage } from './parse-message.ts';
import type { Quoted, Sources } from './ports.ts';
import type { SentDocument } from './read-document.ts';
import type { SentSheet } from './read-sent-sheet.ts';
import type { Registry } from './registry.ts';
import { followAnswers } from './reminder/follow-answers.ts';

export interface MessageDeps extends ContextDeps, ParseDeps {
  /** What was read from the platform for this message. */
  readonly quoted?: Quoted | undefined;
  readonly sheet?: SentSheet | undefined;
  readonly sources?: Sources | undefined;
  readonly document?: SentDocument | undefined;
}

/** What became of a message; goes into its inbox row. */
export type MessageOutcome = { readonly kind: 'done' | 'park'; readonly what: string };

/**
 * Steps 6 to 8 inside one transaction: who speaks, about which group, with which right, and the command itself. Throws
 * UserError for what the person can put right; the caller rolls back and answers with the explanation.
 */
export async function handleMessage(
  repos: Repos,
  event: MessageEvent,
  deps: MessageDeps,
): Promise<MessageOutcome> {
  if (await repos.records.isBuried(event.messageId)) return { kind: 'done', what: 'recalled before' };
  const source = sourceOf(event, deps.clock.now());
  const choice = await findGroup(repos, event, source);
  if (choice.kind === 'ask') return askForGroup(repos, event, choice.groups, deps);
  const actor = await findActor(repos, {
    groupId: choice.group.id,
    personId: event.senderId,
    today: dateOf(deps.clock.now()).toString(),
  });
  const read = deps.sheet === undefined ? parseMessage(event, deps) : callWith(deps.sheet);
  const command = read.kind === 'command' ? deps.registry.command(read.name) : undefined;
  let waits = false;
  const ctx = await createContext(deps, {
    repos,
    group: choice.group,
    actor,
    source,
    key: event.messageId,
    command,
    files: event.attachments,
    quoted: deps.quoted,
    sheet: deps.sheet?.reading,
    sources: deps.sources,
    onWait: () => {
      waits = true;
    },
  });
  const isFiles = source.private && (event.unreadable || event.attachments.length > 0);
  if (command !== undefined) {
    await runCommand(ctx, command, { event, argsText: read.kind === 'command' ? read.argsText : '' });
  } else if (read.kind === 'talk' && isFiles) await takeFiles(ctx, deps.document);
  else return answerTalk(ctx, read, deps.registry);
  await followAnswers(ctx);
  const what = command === undefined ? 'files' : `command ${command.name}`;
  return { kind: waits ? 'park' : 'done', what };
}

function callWith({ command }: SentSheet): ReadCommand {
  return { kind: 'command', name: command, argsText: '' };
}

async function runCommand(
  ctx: CommandContext,
  command: Command,
  input: { event: MessageEvent; argsText: string },
): Promise<void> {
  authorize(ctx.actor, { ...command, name: shownName(command, ctx.locale) }, ctx.locale);
  const { argsText, event } = input;
  const answered = { groupId: ctx.group.id, parentId: event.parentId, argsText };
  const text = await addAnsweredItem(ctx.repos, command.shape, answered);
  const raw = readArguments(command.shape, text, event.mentions);
  const bound = command.bind(raw, ctx.locale);
  if (typeof bound === 'function') return bound(ctx);
  ctx.misuse(describeWrong(ctx, command, bound.wrong));
}

/** `缺少或不正确：部门`. An action that is none, and words too many, are said as such. */
function describeWrong(ctx: CommandContext, command: Command, wrong: readonly string[]): string {
  const { usage, list } = texts(ctx.locale);
  if (wrong.includes('extra')) return usage.extra;
  const { args } = command.words(ctx.locale);
  return `${usage.wrong}${list(wrong.map((name) => args[name] ?? usage.action))}`;
}

async function answerTalk(
  ctx: CommandContext,
  read: ReadCommand,
  registry: Registry,
): Promise<MessageOutcome> {
  if (read.kind === 'unknown') {
    const near = nearestCommand(read.word, registry.commands, ctx.actor);
    const { unknown } = texts(ctx.locale);
    const hint = near ? unknown.didYouMean(`/${shownName(near, ctx.locale)}`) : unknown.seeHelp;
    throw new UserError('command.unknown', { name: read.word, hint });
  }
  await ctx.reply({ kind: 'notice', text: texts(ctx.locale).hint });
  return { kind: 'done', what: 'talk' };
}

/** In a group the chat is the group; in private it is the person's group. */
async function findGroup(repos: Repos, event: MessageEvent, source: Source) {
  if (source.private) return holdChosen(repos, await chooseGroup(repos, event.senderId));
  const known = await repos.groups.hold(event.chatId);
  // Who can be heard is there: the notice that the bot was added again has been lost.
  const isBack = known?.removedAt !== undefined && event.sentAt > known.removedAt;
  const group =
    known === undefined || isBack ? await repos.groups.ensure(event.chatId, '', event.sentAt) : known;
  await repos.people.join(group.id, [event.senderId], event.sentAt);
  return { kind: 'group', group } as const;
}

async function holdChosen(repos: Repos, choice: GroupChoice): Promise<GroupChoice> {
  if (choice.kind === 'ask') return choice;
  return { kind: 'group', group: (await repos.groups.hold(choice.group.id)) ?? choice.group };
}

/** Asks once which group a private message is about, and keeps the message until that is answered. */
async function askForGroup(
  repos: Repos,
  event: MessageEvent,
  groups: readonly Group[],
  deps: MessageDeps,
): Promise<MessageOutcome> {
  const { chooseGroup: words } = texts(deps.locale);
  const buttons = groups.map((group) => ({
    label: group.name || group.settings.unitName,
    action: 'group.choose',
    data: { group: group.id },
  }));
  await repos.outbox.add({
    key: `ask-group:${event.messageId}`,
    target: { kind: 'chat', chatId: event.chatId, replyTo: event.messageId },
    message: {
      kind: 'card',
      card: {
        tone: 'info',
        title: words.title,
        blocks: [
          { kind: 'text', text: words.text },
          { kind: 'buttons', buttons },
        ],
      },
    },
  });
  return { kind: 'park', what: 'asked for the group' };
}

/** Tells a person what to put right. Its own transaction: the command's was rolled back. */
export async function answerMistake(
  repos: Repos,
  event: MessageEvent,
  error: UserError,
  deps: ContextDeps,
): Promise<void> {
  await repos.outbox.add({
    key: `mistake:${event.messageId}`,
    target: { kind: 'chat', chatId: event.chatId, replyTo: event.messageId },
    message: { kind: 'notice', text: explain(deps.locale, error.code, error.data) },
  });
}

/** The platform's send time, which a verified event carries; never later than now, should the clocks differ. */
function sourceOf(event: MessageEvent, now: Instant): Source {
  const sent = fromStamp(event.sentAt);
  const sentAt = sent.epochMilliseconds > now.epochMilliseconds ? now : sent;
  return { messageId: event.messageId, chatId: event.chatId, private: event.chatType === 'private', sentAt };
}

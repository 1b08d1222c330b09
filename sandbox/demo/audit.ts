import { dateOf } from '../../src/kernel/clock.ts';
import type { SandboxMessage } from '../world/world.ts';
import type { Act } from './act.ts';
import { expectedNames, isPrivateReminder, isReminder } from './check-round.ts';
import type { Said } from './play.ts';
import type { Stage } from './stage.ts';

/** What a played month has to show at the platform's end, where nothing can be put right afterwards. */
export interface Audit {
  readonly submissions: number;
  /** Submissions whose push the bot has answered with 200. */
  readonly acknowledged: number;
  readonly receipts: number;
  readonly doubleReceipts: number;
  readonly missingReceipts: number;
  /** Other questions to the bot, and how many were not answered exactly once. */
  readonly questions: number;
  readonly wrongAnswers: number;
  /** Plain talk that the bot answered. */
  readonly answeredTalk: number;
  readonly doubleNumbers: number;
  /** Serial numbers up to the highest one that no receipt shows: stored twice, or lost. */
  readonly numberGaps: number;
  readonly reminders: number;
  readonly doubleReminders: number;
  readonly missingReminders: number;
  readonly reports: number;
  /** Items that the last version of the report counts more or fewer than it should. */
  readonly reportGaps: number;
  /** How often the platform had to push again, and how often it was sent a message that it knew by its uuid. */
  readonly repeatedPushes: number;
  readonly repeatedSends: number;
}

/** Counts what people in the chats have seen. */
export function auditMonth(stage: Stage, acts: readonly Act[], said: readonly Said[]): Audit {
  const replies = said.map((line) => ({ line, count: repliesTo(stage, line).length }));
  const submissions = replies.filter(({ line }) => line.act.item !== undefined);
  const questions = replies.filter(
    ({ line }) => line.act.item === undefined && line.act.answer !== undefined,
  );
  const talk = replies.filter(({ line }) => line.act.answer === undefined);
  return {
    submissions: submissions.length,
    acknowledged: submissions.filter(({ line }) => line.pushes.some((push) => push.acknowledged)).length,
    receipts: submissions.reduce((sum, { count }) => sum + count, 0),
    doubleReceipts: submissions.filter(({ count }) => count > 1).length,
    missingReceipts: submissions.filter(({ count }) => count === 0).length,
    questions: questions.length,
    wrongAnswers: questions.filter(({ count }) => count !== 1).length,
    answeredTalk: talk.filter(({ count }) => count > 0).length,
    ...auditNumbers(submissions.flatMap(({ line }) => repliesTo(stage, line))),
    ...auditReminders(stage, acts),
    reports: stage.sandbox
      .messages(stage.group)
      .filter(({ senderId, type }) => senderId === 'bot' && type === 'file').length,
    reportGaps: Math.abs(countReported(stage) - said.filter(({ act }) => act.item?.inReport).length),
    repeatedPushes: stage.sandbox.pushLog.reduce((sum, { attempts }) => sum + attempts.length - 1, 0),
    repeatedSends: stage.sandbox.uuidRepeats,
  };
}

/** What is wrong, in words; empty when all is right. `acknowledged` may be less: what was not is no promise. */
export function findFaults(audit: Audit): readonly string[] {
  const faults = [
    'doubleReceipts',
    'missingReceipts',
    'wrongAnswers',
    'answeredTalk',
    'doubleNumbers',
    'numberGaps',
    'doubleReminders',
    'missingReminders',
    'reportGaps',
  ] as const;
  return [
    ...faults.filter((fault) => audit[fault] > 0).map((fault) => `${fault}: ${audit[fault]}`),
    ...(audit.acknowledged === audit.submissions ? [] : ['a submission was never acknowledged']),
    ...(audit.reports === 2 ? [] : [`reports: ${audit.reports} instead of 2`]),
  ];
}

/** The number of items on the card that came with the last version. */
function countReported({ sandbox, group }: Stage): number {
  const cards = sandbox
    .messages(group)
    .filter(({ senderId, text }) => senderId === 'bot' && /工作报告 第 \d+ 版/.test(text));
  return Number(/^信息\s*(\d+) 条/m.exec(cards.at(-1)?.text ?? '')?.[1] ?? 0);
}

/** Replies of the bot; to a report's command the file comes without being one. */
function repliesTo({ sandbox }: Stage, { chatId, messageId }: Said): readonly SandboxMessage[] {
  return sandbox
    .messages(chatId)
    .filter(({ senderId, parentId }) => senderId === 'bot' && parentId === messageId);
}

function auditNumbers(receipts: readonly SandboxMessage[]): Pick<Audit, 'doubleNumbers' | 'numberGaps'> {
  const serials = receipts.flatMap(({ text }) => /（#(\d+)）/.exec(text)?.[1] ?? []).map(Number);
  const full = receipts.flatMap(({ text }) => /\d{6}-[^-\s]+-\d{2,}/.exec(text)?.[0] ?? []);
  const distinct = new Set(serials).size;
  return {
    doubleNumbers: serials.length - distinct + (full.length - new Set(full).size),
    numberGaps: Math.max(0, ...serials) - distinct,
  };
}

function auditReminders(stage: Stage, acts: readonly Act[]) {
  const counts = new Map<string, number>();
  for (const [chat, message] of remindersIn(stage)) {
    const key = `${chat} ${dateOf(message.createdAt).toString()}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const expected = acts.flatMap((act) => (act.kind === 'tick' && act.round !== undefined ? [act.round] : []));
  const due = expected.map(({ kind, missing }) =>
    kind === 'group' ? Math.min(1, missing.length) : expectedNames(kind, missing).length,
  );
  return {
    reminders: counts.size,
    doubleReminders: [...counts.values()].filter((count) => count > 1).length,
    missingReminders: Math.max(0, due.reduce((sum, count) => sum + count, 0) - counts.size),
  };
}

function remindersIn({
  sandbox,
  group,
  people,
}: Stage): (readonly [chat: string, message: SandboxMessage])[] {
  const inGroup = sandbox
    .messages(group)
    .filter(isReminder)
    .map((message) => [group, message] as const);
  const inPrivate = [...people.values()].flatMap((id) => {
    const chat = sandbox.privateChat(id);
    return sandbox
      .messages(chat)
      .filter(isPrivateReminder)
      .map((message) => [chat, message] as const);
  });
  return [...inGroup, ...inPrivate];
}

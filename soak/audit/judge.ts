import type { Findings, Seen, SentReminder, Spoken, Stored } from './evidence.ts';
import { groupBy } from './group-by.ts';
import { findDisordered } from './order.ts';
import { readChange, readReceipt } from './read-answer.ts';

/** Each of these is to be 0. */
export interface Faults {
  /** Acknowledged submissions with neither an item nor an answer. */
  readonly lost: number;
  /** Acknowledged commands without any answer. */
  readonly unanswered: number;
  /** Answers to one message beyond the first. */
  readonly doubleReceipts: number;
  /** Answers to what was no command. */
  readonly answeredTalk: number;
  /** Items of one message beyond the first, and items that share a number with another of their group. */
  readonly doubleItems: number;
  /** Submissions whose answer and item tell different things: no item for a receipt, another number, none told. */
  readonly misreported: number;
  /** Edits, approvals and withdrawals that were told but not kept, or kept but not told. */
  readonly wrongChanges: number;
  /** Reminders of one week and round to one chat beyond the first. */
  readonly doubleReminders: number;
  readonly missingReminders: number;
  /** See order.ts. */
  readonly disordered: number;
  /** Drafts that were given up. */
  readonly dead: number;
  /** Events that were given up. */
  readonly failed: number;
  /** Events and drafts that were not dealt with in the time they had. */
  readonly open: number;
  /** Commands that the platform could not hand over until it gave up. */
  readonly undelivered: number;
  /** Bots that called themselves ready on a full disk. */
  readonly falselyReady: number;
  /** Backups that could not be taken, restored or opened. */
  readonly failedBackups: number;
  /** What was missing or half there in restored backups: see judge-backup.ts. */
  readonly incompleteBackups: number;
}

export interface Judgement {
  readonly faults: Faults;
  /** Commands that were acknowledged. */
  readonly acknowledged: number;
  /** Items kept. */
  readonly stored: number;
  readonly reminders: number;
  /** The first of each kind of fault, to look at. */
  readonly examples: readonly object[];
}

const EXAMPLES = 5;

/** Compares what the platform has seen with what is stored. */
export function judge(seen: Seen, stored: Stored, { expected, backups, falselyReady }: Findings): Judgement {
  const found = {
    ...findInAnswers(seen, stored),
    ...findInReminders(seen.sent, expected),
    incompleteBackups: backups.flaws,
  };
  const { dead, failed, open } = stored;
  return {
    faults: {
      lost: found.lost.length,
      unanswered: found.unanswered.length,
      doubleReceipts: found.doubleReceipts.length,
      answeredTalk: seen.answeredTalk,
      doubleItems: found.doubleItems.length,
      misreported: found.misreported.length,
      wrongChanges: found.wrongChanges.length,
      doubleReminders: found.doubleReminders.length,
      missingReminders: found.missingReminders.length,
      undelivered: found.undelivered.length,
      disordered: found.disordered.length,
      dead,
      failed,
      open,
      falselyReady,
      failedBackups: backups.failed,
      incompleteBackups: found.incompleteBackups.length,
    },
    acknowledged: seen.spoken.length - found.undelivered.length,
    stored: stored.items.length,
    reminders: seen.sent.length,
    examples: Object.entries(found).flatMap(([fault, list]) =>
      list.slice(0, EXAMPLES).map((one) => ({ fault, ...one })),
    ),
  };
}

export function isFlawless(faults: Faults): boolean {
  return Object.values(faults).every((count) => count === 0);
}

function findInAnswers({ spoken }: Seen, stored: Stored) {
  const taken = spoken.filter(({ acknowledged }) => acknowledged !== undefined);
  const submissions = taken.filter(({ kind }) => kind === 'submit');
  const itemsOf = groupBy(stored.items, ({ source }) => source);
  return {
    undelivered: spoken.filter(({ acknowledged }) => acknowledged === undefined),
    lost: submissions.filter(({ id, replies }) => !itemsOf.has(id) && replies.length === 0),
    unanswered: taken.filter(({ replies }) => replies.length === 0),
    doubleReceipts: spoken.flatMap((one) => one.replies.slice(1).map(() => one)),
    doubleItems: [
      ...beyondFirst(itemsOf),
      ...beyondFirst(groupBy(stored.items, ({ group, number }) => `${group} ${number}`)),
      ...beyondFirst(groupBy(stored.items, ({ group, serial }) => `${group} ${serial}`)),
    ],
    misreported: submissions.filter(({ id, replies }) => {
      const told = replies.map(({ text }) => readReceipt(text)).find((number) => number !== undefined);
      return replies.length > 0 && told !== itemsOf.get(id)?.[0]?.number;
    }),
    wrongChanges: findWrongChanges(spoken, stored),
    disordered: findDisordered({ spoken }, stored),
  };
}

function findInReminders(sent: readonly SentReminder[], expected: readonly SentReminder[]) {
  const bySlot = groupBy(sent, slotOf);
  return {
    doubleReminders: beyondFirst(bySlot),
    missingReminders: expected.filter((one) => !bySlot.has(slotOf(one))),
  };
}

/** Every change of an item is a revision beyond its first, and every one of them was told to somebody. */
function findWrongChanges(spoken: readonly Spoken[], { items }: Stored) {
  const told = new Map<string, number>();
  for (const { group, kind, replies } of spoken) {
    const number = kind === 'submit' ? undefined : readChange(replies[0]?.text ?? '');
    if (number === undefined) continue;
    const key = `${group} ${number}`;
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  return items.filter(
    ({ group, number, revisions }) => revisions - 1 !== (told.get(`${group} ${number}`) ?? 0),
  );
}

function slotOf({ chat, week, round }: SentReminder): string {
  return `${chat} ${week} ${round}`;
}

function beyondFirst<T>(groups: ReadonlyMap<string, readonly T[]>): T[] {
  return [...groups.values()].flatMap((group) => group.slice(1));
}

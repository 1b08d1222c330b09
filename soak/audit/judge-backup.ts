import type { BackupFlaw, RestoredBackup, Spoken } from './evidence.ts';
import { readReceipt } from './read-answer.ts';

/**
 * What a backup lacks that was acknowledged, or told to somebody, before its stated point; and what it holds by halves,
 * although one transaction made it: an item without its first revision or without the end of its message, an answer
 * without the end of the message that it answers, an end without an answer.
 */
export function judgeBackup(
  spoken: readonly Spoken[],
  { point, since, rows }: RestoredBackup,
): readonly BackupFlaw[] {
  const numbers = new Set(rows.items.map(({ group, number }) => `${group} ${number}`));
  const recent = spoken.filter(({ acknowledged }) => acknowledged !== undefined && acknowledged >= since);
  const missing = [
    ...recent.filter(({ id, acknowledged = point }) => acknowledged < point && !rows.events.has(id)),
    ...spoken.filter(({ group, kind, replies }) => {
      const [first] = replies;
      if (kind !== 'submit' || first === undefined || first.at >= point) return false;
      const told = readReceipt(first.text);
      return told !== undefined && !numbers.has(`${group} ${told}`);
    }),
  ];
  const half = [
    ...recent.filter(({ id }) => isHalfDone(rows.events.get(id), rows.answered.has(id))),
    ...rows.items.filter(({ source, revisions }) => {
      const state = rows.events.get(source);
      return revisions === 0 || (state !== undefined && state !== 'done');
    }),
  ];
  return [
    ...missing.map((what) => ({ flaw: 'missing', what }) as const),
    ...half.map((what) => ({ flaw: 'half', what }) as const),
  ];
}

/** Whole with an answer as well: a message about which the bot has asked something, and one that was given up. */
const ANSWERED_TOO: ReadonlySet<string | undefined> = new Set(['parked', 'failed']);

function isHalfDone(state: string | undefined, isAnswered: boolean): boolean {
  if (state === 'done') return !isAnswered;
  return isAnswered && !ANSWERED_TOO.has(state);
}

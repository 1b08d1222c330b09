import type { PlainDate } from '../../kernel/clock.ts';

export const ROUNDS = ['group', 'private'] as const;
export type Round = (typeof ROUNDS)[number];

/** Where a group wants its departments to be reminded: by a card in the group, by private messages, or both. */
export const REMINDER_MODES = ['both', 'group', 'dm'] as const;
export type ReminderMode = (typeof REMINDER_MODES)[number];

/** The rounds of a mode. Without the card in the group there is the private round alone, at its own time. */
export const ROUNDS_OF_MODE: Readonly<Record<ReminderMode, readonly Round[]>> = {
  both: ['group', 'private'],
  group: ['group'],
  dm: ['private'],
};

/** Reminders that rest until somebody wakes them again. */
export const OPEN_END = 'open';

/** Whether the group's reminders rest on a day. A pause with an end is over on the day it names. */
export function isPausedOn(
  { pausedUntil }: { readonly pausedUntil?: string | undefined },
  day: PlainDate,
): boolean {
  if (pausedUntil === undefined) return false;
  return pausedUntil === OPEN_END || day.toString() < pausedUntil;
}

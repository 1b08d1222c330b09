/**
 * Something that happens in a group, at a local time (`YYYY-MM-DDTHH:MM`, Asia/Shanghai). The player writes it into the
 * bot's database when its time has come; the oracle keeps books of its own. Dates are `YYYY-MM-DD`; `from` is the first
 * day on which a change holds, which may lie after the day it is made.
 */
export type Act = { readonly at: string } & (
  | { readonly kind: 'enable' }
  | { readonly kind: 'open'; readonly department: string; readonly name: string; readonly from: string }
  | { readonly kind: 'rename'; readonly department: string; readonly name: string; readonly from: string }
  | { readonly kind: 'close'; readonly department: string; readonly from: string }
  | {
      readonly kind: 'appoint';
      readonly department: string;
      readonly person: string;
      readonly post: 'main' | 'deputy';
      readonly from: string;
    }
  | { readonly kind: 'dismiss'; readonly department: string; readonly person: string; readonly from: string }
  | { readonly kind: 'join' | 'leave' | 'lead'; readonly person: string }
  /** Items a week; 0 for a department that sends in of its own free will. */
  | { readonly kind: 'quota'; readonly department: string; readonly items: number; readonly from: string }
  | { readonly kind: 'excuse'; readonly department: string; readonly week: string }
  /** Until the morning of a day; without one, until `resume`. */
  | { readonly kind: 'pause'; readonly until?: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'item'; readonly department: string; readonly item: string; readonly lateFor?: string }
  | { readonly kind: 'withdraw'; readonly item: string }
  | { readonly kind: 'nil'; readonly department: string }
);

/** How a group is set. Times are `HH:MM` in Asia/Shanghai: of the duty day, but for the closing line on the day after. */
export interface Times {
  readonly mode: 'both' | 'group' | 'dm';
  readonly closing: string | 'off';
  readonly groupRound: string;
  readonly privateRound: string;
  readonly dueTime: string;
  readonly graceMinutes: number;
  readonly workFrom: string;
  readonly workTo: string;
  /** The latest weekday a week is due on: 1 is Monday. */
  readonly dutyWeekday: 1 | 2 | 3 | 4 | 5;
}

/** All that happens in one group, in order. */
export interface GroupPlan {
  readonly id: string;
  readonly times: Times;
  /** Days that the group has otherwise than the State Council, `YYYY-MM-DD`; entered before anything else. */
  readonly ownDays: Readonly<Record<string, 'off' | 'worked'>>;
  readonly acts: readonly Act[];
}

import type { PlainDate } from '../../src/kernel/clock.ts';
import type { ItemText } from './story.ts';

/** Wall-clock time of an act: a date and `HH:MM` in the product's zone. */
interface Timed {
  readonly on: PlainDate;
  readonly time: string;
}

/** Somebody says something, in the group unless `privately`. */
export interface Say extends Timed {
  readonly kind: 'say';
  readonly who: string;
  readonly text: string;
  readonly privately?: boolean;
  /** What the bot's answer holds. Without it the bot has to keep quiet. */
  readonly answer?: RegExp;
  /** The platform pushes the message twice. */
  readonly twice?: boolean;
  /** Recalled so many minutes later. */
  readonly recalledAfter?: number;
  /** The department whose week this answers. */
  readonly answersFor?: string;
  /** What is to be stored, and whether the month's report has to print it. */
  readonly item?: ItemText & { readonly inReport: boolean };
}

/** Somebody presses a button on the bot's latest card in the group that has it. */
export interface Press extends Timed {
  readonly kind: 'press';
  readonly who: string;
  readonly button: string;
}

/** Nothing but the time: what is due happens. */
export interface Tick extends Timed {
  readonly kind: 'tick';
  /** A round of reminders falls due, and these departments have to be named, no others. */
  readonly round?: { readonly kind: 'group' | 'private'; readonly missing: readonly string[] };
}

export type Act = Say | Press | Tick;

/** In the order of time; acts of one minute stay in the order they are given. */
export function inOrder(acts: readonly Act[]): readonly Act[] {
  const moment = ({ on, time }: Act) => `${on.toString()}T${time}`;
  return [...acts].sort((left, right) =>
    moment(left) < moment(right) ? -1 : moment(left) > moment(right) ? 1 : 0,
  );
}

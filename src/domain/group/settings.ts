import type { PointsRule } from '../points/points-rule.ts';
import type { ReminderMode } from '../reminder/reminder-mode.ts';

export interface Section {
  readonly name: string;
  readonly keywords: readonly string[];
  readonly block?: string | undefined;
}

/** What a group can set. A new group starts with the operator's defaults (bot.yaml). */
export interface GroupSettings {
  /** The bureau's name as it stands in the report's title and signature, e.g. `青禾县自然资源局`. */
  readonly unitName: string;
  /**
   * Sections of the report, in order. `keywords` help to guess a section when the sender names none. `block`: under which
   * heading the report tells of it, together with other sections of the same block; absent: under its own name.
   */
  readonly sections: readonly Section[];
  /** Section for items that fit no other; always one of `sections`. */
  readonly defaultSection: string;
  readonly reviewLevels: 0 | 1 | 2 | 3;
  /** Whether people may review what they wrote themselves; the record then says so. */
  readonly ownReview: boolean;
  /** The latest weekday a week can be due on, 1 (Monday) to 5 (Friday). */
  readonly dutyWeekday: 1 | 2 | 3 | 4 | 5;
  /** Whether themes such as 世界地球日 are told beforehand. */
  readonly themeDays: boolean;
  /** Wall-clock times in Asia/Shanghai, `HH:MM`. */
  readonly reminders: {
    readonly groupRound: string;
    readonly privateRound: string;
    readonly dueTime: string;
    readonly graceMinutes: number;
    readonly mode: ReminderMode;
    /** The first day on which rounds go out again, `YYYY-MM-DD`, or `open` for a pause without an end; absent: no pause. */
    readonly pausedUntil?: string | undefined;
  };
  /**
   * When (`HH:MM`, Asia/Shanghai) the lead is told how a week came out, on the first working day after its duty day; when
   * the lead is offered last month's draft and last quarter's circular, on the first working day after; and when
   * departments are reminded of commissions; `off`: not at all.
   */
  readonly rhythms: {
    readonly weekClosing: string;
    readonly monthDraft: string;
    readonly quarterCircular: string;
    readonly commissions: string;
  };
  readonly workingHours: { readonly from: string; readonly to: string };
  /** For how many weeks back a late report is accepted. */
  readonly lateWeeks: number;
  /** Whether a report's file is followed by an online document that the whole group can read. */
  readonly onlineDocument: boolean;
  /** What items are worth; `off`: no points are counted at all. */
  readonly points: PointsRule | 'off';
  readonly placeholder: string;
  readonly template: string;
  /** Words that make a receipt ask whether an item may be published. */
  readonly secrecyWords: readonly string[];
}

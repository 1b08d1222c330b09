import type { DraftAnnexesView } from '../draft-annexes.ts';
import type { ToldItemView } from '../tell-item.ts';

/** 会议讲话: what a leader says at the month's meeting, in three points. */
export interface MeetingSpeechView {
  readonly title: string;
  readonly unit: string;
  /** `同志们：`. */
  readonly salutation: string;
  /** Announces the three points. */
  readonly opening: string;
  readonly achievements: {
    readonly heading: string;
    readonly intro: string;
    readonly points: readonly AchievementView[];
    /** Stands in for the points of a month without items; else empty. */
    readonly nothing: string;
    /** `总之，…`. */
    readonly summary: string;
  };
  readonly mission: {
    readonly heading: string;
    /** `一方面，…` and `另一方面，…`. */
    readonly sides: readonly string[];
  };
  readonly tasks: {
    readonly heading: string;
    readonly intro: string;
    /** `一要…`, `二是…`. */
    readonly list: readonly { readonly lead: string; readonly text: string }[];
  };
  /** `同志们，…！`. */
  readonly closing: string;
  readonly annexes: DraftAnnexesView;
}

export interface AchievementView {
  /** `一是` and what went how, as a sentence. */
  readonly lead: string;
  /** What it is about, in figures. */
  readonly topic: string;
  readonly items: readonly ToldItemView[];
}

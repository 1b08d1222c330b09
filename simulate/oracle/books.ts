import type { Act } from '../plan/act.ts';
import { type Answer, AnswerBook } from './answer-book.ts';
import { StaffBook } from './staff-book.ts';

/** A department that owes a week, with the people who stand for it on the day, and what it has sent. */
export interface Owing {
  readonly name: string;
  /** On the card: the main correspondents, or else the first deputy; only those who are in the group. */
  readonly mentioned: readonly string[];
  /** Everybody who reports for it and is in the group. */
  readonly written: readonly string[];
  readonly answer: Answer;
  readonly reason: string;
}

/** What is known of one group, kept up to date act by act. */
export class Books {
  readonly #staff = new StaffBook();
  readonly #answers: AnswerBook;
  #pausedUntil: string | undefined;
  enabledAt: string | undefined;
  lead: string | undefined;

  /** `dueOf`: the local time until which an answer of the week is on time; `weekOf`: the ISO week of a local time. */
  constructor(rules: { weekOf: (time: string) => string; dueOf: (week: string) => string | undefined }) {
    this.#answers = new AnswerBook(rules);
  }

  enter(act: Act): void {
    switch (act.kind) {
      case 'enable':
        this.enabledAt ??= act.at;
        return;
      case 'pause':
        this.#pausedUntil = act.until ?? '9999-12-31';
        return;
      case 'resume':
        this.#pausedUntil = undefined;
        return;
      case 'item':
      case 'withdraw':
      case 'nil':
      case 'excuse':
        this.#answers.enter(act);
        return;
      default:
        if (act.kind === 'lead') this.lead = act.person;
        this.#staff.enter(act);
    }
  }

  /** Whether reminders of this day rest, as things stand. */
  isPausedOn(day: string): boolean {
    return this.#pausedUntil !== undefined && day < this.#pausedUntil;
  }

  /** Who owes the week due on `dutyDay`, with names and people as of `today`. In the order of their opening. */
  owing(week: string, { dutyDay, today }: { dutyDay: string; today: string }): readonly Owing[] {
    return this.#staff.openOn(dutyDay).flatMap((id) => {
      const quota = this.#staff.quotaOn(id, dutyDay);
      if (quota === 0) return [];
      const { answer, reason } = this.#answers.judge(week, id, quota);
      return [{ name: this.#staff.nameOn(id, today), ...this.#staff.peopleOn(id, today), answer, reason }];
    });
  }
}

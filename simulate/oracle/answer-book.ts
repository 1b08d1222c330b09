import type { Act } from '../plan/act.ts';

export type Answer = 'submitted' | 'nil' | 'excused' | 'late' | 'missing';

/** What a department has sent for a week. */
interface Page {
  /** Items that have not been taken back, each with whether it was late. */
  readonly items: Map<string, boolean>;
  nil: boolean;
  excused: boolean;
}

type AnswerAct = Extract<Act, { kind: 'item' | 'withdraw' | 'nil' | 'excuse' }>;

interface Rules {
  readonly weekOf: (time: string) => string;
  readonly dueOf: (week: string) => string | undefined;
}

/** Who has answered which week. An answer counts for the week in which it is sent, unless it names an earlier one. */
export class AnswerBook {
  readonly #pages = new Map<string, Page>();
  /** Where an item stands. */
  readonly #places = new Map<string, Page>();
  readonly #rules: Rules;

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  enter(act: AnswerAct): void {
    if (act.kind === 'withdraw') {
      this.#places.get(act.item)?.items.delete(act.item);
      return;
    }
    const current = this.#rules.weekOf(act.at);
    if (act.kind === 'excuse') this.#page(act.week, act.department).excused = true;
    if (act.kind === 'nil') this.#page(current, act.department).nil = true;
    if (act.kind === 'item') {
      const page = this.#page(act.lateFor ?? current, act.department);
      const dueAt = this.#rules.dueOf(current);
      page.items.set(act.item, act.lateFor !== undefined || (dueAt !== undefined && act.at > dueAt));
      this.#places.set(act.item, page);
    }
  }

  /** How a department that owes `quota` items (at least 1) has answered, and why it is so. */
  judge(week: string, department: string, quota: number): { answer: Answer; reason: string } {
    const { items, nil, excused } = this.#page(week, department);
    const onTime = [...items.values()].filter((late) => !late).length;
    // With a nil report, or excused, whatever was sent is enough.
    const enough = nil || excused ? 1 : quota;
    if (onTime >= enough) return { answer: 'submitted', reason: `${onTime} on time` };
    if (excused) return { answer: 'excused', reason: 'excused' };
    if (items.size >= enough) return { answer: 'late', reason: `${items.size} with late ones` };
    if (nil) return { answer: 'nil', reason: 'declared that there is nothing' };
    const reason = items.size > 0 ? `${items.size} of ${quota} sent` : 'nothing sent';
    return { answer: 'missing', reason };
  }

  #page(week: string, department: string): Page {
    const key = `${week} ${department}`;
    const page = this.#pages.get(key) ?? { items: new Map(), nil: false, excused: false };
    this.#pages.set(key, page);
    return page;
  }
}

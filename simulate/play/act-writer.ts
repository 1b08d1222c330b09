import type { Act, GroupPlan } from '../plan/act.ts';
import type { Stage } from './open-stage.ts';
import { type Answer, createAnswerWriter, type GivenAnswer } from './write-answers.ts';
import { writeChange } from './write-change.ts';

/** An act with the group it happens in. */
export interface GroupAct {
  readonly plan: GroupPlan;
  readonly act: Act;
}

/** What happens in all groups, in order of time. */
export function listActs(plans: readonly GroupPlan[]): readonly GroupAct[] {
  const all = plans.flatMap((plan) => plan.acts.map((act) => ({ plan, act })));
  return all.sort((left, right) => (left.act.at < right.act.at ? -1 : Number(left.act.at > right.act.at)));
}

/** Writes down what has happened. Each part in one commit; the two do not depend on one another. */
export interface ActWriter {
  write(acts: readonly GroupAct[]): Promise<void>;
  close(): void;
}

/** For groups that are in the database already. */
export async function createActWriter(
  file: string,
  plans: readonly GroupPlan[],
  { store, calendars }: Pick<Stage, 'store' | 'calendars'>,
): Promise<ActWriter> {
  const answers = createAnswerWriter(file);
  const calendarOf = new Map<string, GivenAnswer['calendar']>();
  for (const { id } of plans) {
    const group = await store.repos.groups.find(id);
    if (group !== undefined) calendarOf.set(id, await calendars.of(group, store.repos));
  }
  return {
    async write(acts) {
      const changes = acts.flatMap(({ plan, act }) => (isAnswer(act) ? [] : { plan, act }));
      if (changes.length > 0) {
        await store.transaction(async (repos) => {
          for (const { plan, act } of changes) await writeChange(plan, act, repos);
        });
      }
      const given = acts.flatMap(({ plan, act }) => {
        const calendar = calendarOf.get(plan.id);
        return isAnswer(act) && calendar !== undefined ? { plan, calendar, act } : [];
      });
      if (given.length > 0) answers.write(given);
    },
    close: answers.close,
  };
}

function isAnswer(act: Act): act is Answer {
  return act.kind === 'item' || act.kind === 'withdraw' || act.kind === 'nil';
}

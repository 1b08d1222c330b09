import type { Act, GroupPlan } from '../plan/act.ts';
import type { Stage } from './open-stage.ts';
import { type Answer, createAnswerWriter, type GivenAnswer } from './write-answers.ts';
import { writeChange } from './write-change.ts';

/** Up to which local time changes have been written. */
const CHANGED_UNTIL = 'simulation:changed-until';

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

/**
 * Writes down what has happened. Each part in one commit; the two do not depend on one another. What has been written
 * before is not written again, so a writer that was killed goes on where it likes.
 */
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
      const last = changes.at(-1);
      if (last !== undefined) {
        await store.transaction(async (repos) => {
          const known = (await repos.records.value(CHANGED_UNTIL)) ?? '';
          for (const { plan, act } of changes) if (act.at > known) await writeChange(plan, act, repos);
          await repos.records.setValue(CHANGED_UNTIL, last.act.at);
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

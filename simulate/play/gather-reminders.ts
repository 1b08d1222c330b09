import Database from 'libsql';
import type { GroupPlan } from '../plan/act.ts';
import { keyOf, type Reminder } from '../reminder.ts';
import { type DraftRow, readReminders } from './read-reminders.ts';

/** What has gone out so far, read off the outbox, past the program. */
export interface Gatherer {
  /**
   * Takes what is planned for a time up to this stamp, and marks it as sent: the platform is not played here. A reminder
   * that goes to several people is one; a person written to twice makes a second one.
   */
  gather(stamp: string): void;
  /** Only marks it as sent; `collect` takes it. For a player that may be killed in between. */
  deliver(stamp: string): void;
  /** Takes whatever has been sent and was not taken yet. */
  collect(): void;
  readonly sent: readonly Reminder[];
  close(): void;
}

export function createGatherer(file: string, plans: readonly GroupPlan[]): Gatherer {
  const namesOf = new Map(plans.map((plan) => [plan.id, listNames(plan)]));
  const db = new Database(file);
  db.pragma('busy_timeout = 5000');
  const columns = 'id, key, group_id, target, message, run_after';
  const due = db.prepare(
    `select ${columns} from outbox where state = 'ready' and run_after <= ? order by id`,
  );
  const gone = db.prepare(`select ${columns} from outbox where state = 'sent' order by id`);
  const send = db.prepare(`update outbox set state = 'sent', sent_at = @stamp, message_id = 'om_' || id
    where state = 'ready' and run_after <= @stamp`);
  const sent: Reminder[] = [];
  const collected = new Set<number>();
  const take = (rows: readonly DraftRow[]) =>
    sent.push(...mergePeople(rows.flatMap((row) => readReminders(row, namesOf.get(row.group_id) ?? []))));
  return {
    sent,
    gather(stamp) {
      const rows = due.all(stamp) as DraftRow[];
      if (rows.length === 0) return;
      take(rows);
      send.run({ stamp });
    },
    deliver: (stamp) => void send.run({ stamp }),
    collect() {
      const rows = (gone.all() as DraftRow[]).filter(({ id }) => !collected.has(id));
      for (const { id } of rows) collected.add(id);
      take(rows);
    },
    close: () => db.close(),
  };
}

/** Private messages about one department are one reminder, as long as they go to different people. */
function mergePeople(reminders: readonly Reminder[]): readonly Reminder[] {
  const merged = new Map<string, Reminder[]>();
  for (const one of reminders) {
    const same = merged.get(keyOf(one)) ?? [];
    merged.set(keyOf(one), same);
    const other = same.find(
      ({ round, people }) => round === 'private' && !people.some((person) => one.people.includes(person)),
    );
    if (other === undefined) same.push(one);
    else same[same.indexOf(other)] = { ...other, people: [...other.people, ...one.people].sort() };
  }
  return [...merged.values()].flat();
}

/** Every name that departments of the group ever have. */
function listNames({ acts }: GroupPlan): readonly string[] {
  return acts.flatMap((act) => (act.kind === 'open' || act.kind === 'rename' ? act.name : []));
}

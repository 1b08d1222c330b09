import { sql } from 'kysely';
import { stampOfMillis } from '../../kernel/clock.ts';
import type { Booked, Booking } from '../book-sends.ts';
import type { Executor } from '../row-shape.ts';

const SECOND = 1000;
const MINUTE = 60_000;
/** Any number that nothing else locks. */
const LOCK = 7_045_001;

/**
 * Books sends within a transaction: one process at a time, by the server's clock, which is the only one they all have
 * in common.
 */
export async function bookSends(trx: Executor, booking: Booking): Promise<Booked> {
  const now = await waitForTurn(trx);
  await noteSeen(trx, booking.seen, now);
  await sql`delete from sends where last_at <= ${stampOfMillis(now - MINUTE)}`.execute(trx);
  const recent = await readRecent(trx, now);
  const plan = choose(booking, recent, now);
  if (plan.chosen.length > 0) {
    const last_at = stampOfMillis(now);
    await trx
      .insertInto('sends')
      .values(plan.chosen.map(({ id, lane }) => ({ id, lane, last_at })))
      // Asked for once more: the line broke before it was known that there was a slot already.
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_at }))
      .execute();
  }
  return {
    granted: new Set(plan.chosen.map(({ id }) => id)),
    waitMs: plan.waitMs,
    isFull: plan.isFull,
  };
}

/**
 * Milliseconds since the epoch, read once the turn has come. The commit does not wait for the disk, or everybody's turn
 * would take that long: what a server's crash can undo is less than a second's sends, and it is away for longer.
 */
async function waitForTurn(trx: Executor): Promise<number> {
  await sql`select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(${LOCK})`.execute(
    trx,
  );
  const { rows } = await sql<{
    now: number;
  }>`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(trx);
  return rows[0]?.now ?? 0;
}

/** Later ones win: a send that was answered is not made younger by an earlier look at it. */
async function noteSeen(trx: Executor, seen: Booking['seen'], now: number): Promise<void> {
  if (seen.length === 0) return;
  // The server's clock was rounded down; a slot is rather given back a millisecond late than early.
  const rows = seen.map(({ id, ageMs }) => sql`(${id}, ${stampOfMillis(now + 1 - Math.floor(ageMs))})`);
  await sql`update sends set last_at = greatest(sends.last_at, seen.last_at)
    from (values ${sql.join(rows)}) as seen (id, last_at) where sends.id = seen.id`.execute(trx);
}

interface Recent {
  readonly inMinute: number;
  /** Milliseconds since the epoch. */
  readonly oldest: number;
  /** Of the last second, the oldest first. */
  readonly inSecond: readonly { readonly lane: string; readonly at: number }[];
}

async function readRecent(trx: Executor, now: number): Promise<Recent> {
  const all = await trx
    .selectFrom('sends')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('last_at').as('oldest')])
    .executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom('sends')
    .select(['lane', 'last_at'])
    .where('last_at', '>', stampOfMillis(now - SECOND))
    .orderBy('last_at')
    .execute();
  const inSecond = rows.map(({ lane, last_at }) => ({ lane, at: Date.parse(last_at) }));
  return { inMinute: all.count, oldest: all.oldest === null ? now : Date.parse(all.oldest), inSecond };
}

/** Who may go now, and how long the rest has to wait: for the app, or where it has room for the first of their lanes. */
function choose({ limits, wanted }: Booking, recent: Recent, now: number) {
  const lanes = new Map<string, { count: number; oldest: number }>();
  const enter = (lane: string, at: number) => {
    const known = lanes.get(lane) ?? { count: 0, oldest: at };
    lanes.set(lane, { ...known, count: known.count + 1 });
  };
  for (const { lane, at } of recent.inSecond) enter(lane, at);
  const room = Math.min(limits.perMinute - recent.inMinute, limits.perSecond - recent.inSecond.length);
  const chosen: { id: string; lane: string }[] = [];
  let laneWait = SECOND;
  for (const send of wanted) {
    if (chosen.length >= room) break;
    const lane = lanes.get(send.lane);
    if (lane !== undefined && lane.count >= limits.perLaneSecond) {
      laneWait = Math.min(laneWait, lane.oldest + SECOND - now);
      continue;
    }
    enter(send.lane, now);
    chosen.push(send);
  }
  const isFull = chosen.length >= room;
  return { chosen, isFull, waitMs: isFull ? appWait(limits, recent, now) : laneWait };
}

/** Until the oldest send leaves the window that is full. What is taken just now is older than nothing. */
function appWait(limits: Booking['limits'], { inMinute, oldest, inSecond }: Recent, now: number): number {
  if (inMinute >= limits.perMinute) return oldest + MINUTE - now;
  return (inSecond[0]?.at ?? now) + SECOND - now;
}

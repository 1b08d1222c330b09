import { sql } from 'kysely';
import type { Executor } from './row-shape.ts';

/** Kinds of lanes: what people read, files (slow to make), and cards that are drawn anew. */
export const OUTBOX_LANES = ['messages', 'files', 'redraws'] as const;
export type OutboxLane = (typeof OUTBOX_LANES)[number];

/** `due`: ready or in flight now; `later`: planned for a later moment; `dropped`: not sent, since their time was over. */
export interface LaneDepth {
  readonly due: number;
  readonly later: number;
  readonly dead: number;
  readonly dropped: number;
  /** Since when the oldest due one should have been out: ISO-8601 UTC. */
  readonly dueSince: string | undefined;
}

/** How many drafts each lane holds, and how they stand at a moment (ISO-8601 UTC). */
export async function countLanes(
  db: Executor,
  now: string,
): Promise<Readonly<Record<OutboxLane, LaneDepth>>> {
  const rows = await db
    .selectFrom('outbox')
    .select((eb) => [
      sql<OutboxLane>`case when redraws is not null then 'redraws'
        when lane like '% files' then 'files' else 'messages' end`.as('kind'),
      sql<string>`case when state = 'ready' and run_after > ${now} then 'later'
        when state = 'ready' and not_after <= ${now} then 'overdue'
        when state in ('ready', 'leased') then 'due' else state end`.as('standing'),
      eb.fn.countAll().as('n'),
      eb.fn.min(eb.fn.coalesce('first_try_at', 'run_after')).as('since'),
    ])
    .where('state', 'in', ['ready', 'leased', 'dead', 'dropped'])
    .groupBy(['kind', 'standing'])
    .execute();
  const depthOf = (lane: OutboxLane): LaneDepth => {
    const find = (standing: string) => rows.find((row) => row.kind === lane && row.standing === standing);
    const count = (standing: string) => Number(find(standing)?.n ?? 0);
    return {
      due: count('due'),
      later: count('later'),
      dead: count('dead'),
      dropped: count('dropped'),
      dueSince: find('due')?.since ?? undefined,
    };
  };
  return { messages: depthOf('messages'), files: depthOf('files'), redraws: depthOf('redraws') };
}

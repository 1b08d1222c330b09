import type { Selectable } from 'kysely';
import type { RoundRecord } from '../../domain/reminder/round-record.ts';
import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** What each round of reminders found and did. A record is written once; only the digest of its card follows the card. */
export class RoundRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async add(round: RoundRecord): Promise<void> {
    await this.#db
      .insertInto('rounds')
      .values({
        group_id: round.groupId,
        key: round.key,
        week: round.week,
        kind: round.kind,
        at: round.at,
        outcome: round.outcome,
        findings: JSON.stringify(round.findings),
        card_key: round.card?.key ?? null,
        card_digest: round.card?.digest ?? null,
      })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  /** The rounds of a week, the latest first. */
  async ofWeek(groupId: string, week: string): Promise<readonly RoundRecord[]> {
    const rows = await this.#db
      .selectFrom('rounds')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('week', '=', week)
      .orderBy('at', 'desc')
      .orderBy('key', 'desc')
      .execute();
    return rows.map(toRound);
  }

  /** Rounds since an instant (ISO-8601 UTC) that put a card into the group, oldest first. */
  async withCard(groupId: string, since: string): Promise<readonly RoundRecord[]> {
    const rows = await this.#db
      .selectFrom('rounds')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('at', '>=', since)
      .where('card_key', 'is not', null)
      .orderBy('at')
      .execute();
    return rows.map(toRound);
  }

  async setDigest({ groupId, key }: Pick<RoundRecord, 'groupId' | 'key'>, digest: string): Promise<void> {
    await this.#db
      .updateTable('rounds')
      .set({ card_digest: digest })
      .where('group_id', '=', groupId)
      .where('key', '=', key)
      .execute();
  }
}

function toRound(row: Selectable<Schema['rounds']>): RoundRecord {
  const card = row.card_key === null ? {} : { card: { key: row.card_key, digest: row.card_digest ?? '' } };
  return {
    groupId: row.group_id,
    key: row.key,
    week: row.week,
    kind: row.kind as RoundRecord['kind'],
    at: row.at,
    outcome: row.outcome as RoundRecord['outcome'],
    findings: JSON.parse(row.findings),
    ...card,
  };
}

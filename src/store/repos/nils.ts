import type { NilRecord } from '../../domain/item/item-record.ts';
import type { Executor } from '../row-shape.ts';

/** Declared nil reports, one a department and week; saying it again changes the reason. */
export class NilRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** `messageId`: the message that declared it, which takes it back when it is recalled. */
  async put(groupId: string, nil: NilRecord, messageId: string): Promise<void> {
    const said = { reason: nil.reason, person_id: nil.personId, source_message_id: messageId };
    const row = { ...said, at: nil.at, late: nil.late ? 1 : 0 };
    await this.#db
      .insertInto('nils')
      .values({ group_id: groupId, department_id: nil.departmentId, week: nil.week, ...row })
      .onConflict((c) => c.columns(['department_id', 'week']).doUpdateSet(said))
      .execute();
  }

  /** Takes back what a message declared; the record that went, or undefined when it declared nothing. */
  async drop(messageId: string): Promise<{ groupId: string; personId: string; week: string } | undefined> {
    const row = await this.#db
      .deleteFrom('nils')
      .where('source_message_id', '=', messageId)
      .returning(['group_id', 'person_id', 'week'])
      .executeTakeFirst();
    return row && { groupId: row.group_id, personId: row.person_id, week: row.week };
  }

  async ofWeeks(groupId: string, weeks: readonly string[]): Promise<readonly NilRecord[]> {
    if (weeks.length === 0) return [];
    const rows = await this.#db
      .selectFrom('nils')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('week', 'in', [...weeks])
      .orderBy('at')
      .execute();
    return rows.map((row) => ({
      departmentId: row.department_id,
      week: row.week,
      reason: row.reason,
      personId: row.person_id,
      at: row.at,
      late: row.late === 1,
    }));
  }
}

import type { Selectable } from 'kysely';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** A compiled version of a month: what it was made from, who made it, and (once rendered) its bytes. */
export interface ReportVersion {
  readonly id: string;
  readonly groupId: string;
  readonly month: string;
  readonly template: string;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly facts: MonthFacts;
  /** Key of the draft that sends the file. */
  readonly draftKey: string;
  readonly blob?: string;
}

export class ReportRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(report: Omit<ReportVersion, 'blob'>): Promise<void> {
    await this.#db
      .insertInto('reports')
      .values({
        id: report.id,
        group_id: report.groupId,
        month: report.month,
        template: report.template,
        version: report.version,
        made_by: report.madeBy,
        made_at: report.madeAt,
        facts: JSON.stringify(report.facts),
        draft_key: report.draftKey,
      })
      .execute();
  }

  async find(id: string): Promise<ReportVersion | undefined> {
    const row = await this.#db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toVersion(row);
  }

  async latest(groupId: string, month: string): Promise<ReportVersion | undefined> {
    const row = await this.#db
      .selectFrom('reports')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('month', '=', month)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && toVersion(row);
  }

  async setBlob(id: string, blob: string): Promise<void> {
    await this.#db.updateTable('reports').set({ blob }).where('id', '=', id).execute();
  }
}

function toVersion(row: Selectable<Schema['reports']>): ReportVersion {
  return {
    id: row.id,
    groupId: row.group_id,
    month: row.month,
    template: row.template,
    version: row.version,
    madeBy: row.made_by,
    madeAt: row.made_at,
    facts: JSON.parse(row.facts),
    draftKey: row.draft_key,
    ...present({ blob: row.blob }),
  };
}

import type { Selectable } from 'kysely';
import type { CircularFacts } from '../../domain/circular/circular-facts.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** A compiled version: what it was made from, who made it, and (once rendered) its bytes. */
interface Version<K extends string, F> {
  readonly id: string;
  readonly groupId: string;
  readonly kind: K;
  /** What it is about: a month, for a circular a span. */
  readonly month: string;
  readonly template: string;
  /** Of the template's text; absent in versions of earlier programs. */
  readonly templateHash?: string;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly facts: F;
  /** Key of the draft that sends the file. */
  readonly draftKey: string;
  readonly blob?: string;
}

export type ReportVersion = Version<'report', MonthFacts>;
export type CircularVersion = Version<'circular', CircularFacts>;
export type StoredVersion = ReportVersion | CircularVersion;

/** Month reports and circulars; versions are counted within a kind and what it is about. */
export class ReportRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(report: StoredVersion): Promise<void> {
    await this.#db
      .insertInto('reports')
      .values({
        id: report.id,
        group_id: report.groupId,
        kind: report.kind,
        month: report.month,
        template: report.template,
        template_hash: report.templateHash ?? null,
        version: report.version,
        made_by: report.madeBy,
        made_at: report.madeAt,
        facts: JSON.stringify(report.facts),
        draft_key: report.draftKey,
      })
      .execute();
  }

  async find(id: string): Promise<StoredVersion | undefined> {
    const row = await this.#db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toVersion(row);
  }

  /** The newest report of a month. */
  async latest(groupId: string, month: string): Promise<ReportVersion | undefined> {
    const found = await this.#newest(groupId, 'report', month);
    return found?.kind === 'report' ? found : undefined;
  }

  /** The newest circular of a span. */
  async latestCircular(groupId: string, span: string): Promise<CircularVersion | undefined> {
    const found = await this.#newest(groupId, 'circular', span);
    return found?.kind === 'circular' ? found : undefined;
  }

  async setBlob(id: string, blob: string): Promise<void> {
    await this.#db.updateTable('reports').set({ blob }).where('id', '=', id).execute();
  }

  async #newest(groupId: string, kind: StoredVersion['kind'], month: string) {
    const row = await this.#db
      .selectFrom('reports')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('kind', '=', kind)
      .where('month', '=', month)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && toVersion(row);
  }
}

function toVersion(row: Selectable<Schema['reports']>): StoredVersion {
  return {
    id: row.id,
    groupId: row.group_id,
    kind: row.kind as StoredVersion['kind'],
    month: row.month,
    template: row.template,
    version: row.version,
    madeBy: row.made_by,
    madeAt: row.made_at,
    facts: JSON.parse(row.facts),
    draftKey: row.draft_key,
    ...present({ blob: row.blob, templateHash: row.template_hash }),
  };
}

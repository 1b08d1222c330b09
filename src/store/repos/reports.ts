import type { Selectable } from 'kysely';
import type { CircularFacts } from '../../domain/circular/circular-facts.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import type { ReportStage } from '../../domain/report/report-edition.ts';
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

/** That a version is the final one: its file then is without a draft's lists. */
export interface Freezing {
  readonly at: string;
  readonly by: string;
  /** Key of the draft that sends the final file. */
  readonly draftKey: string;
  readonly blob?: string;
}

export type ReportVersion = Version<'report', MonthFacts> & { readonly frozen?: Freezing };
export type CircularVersion = Version<'circular', CircularFacts>;
export type StoredVersion = ReportVersion | CircularVersion;
/** A version as lists show it: without what it was made from. */
export type ListedVersion = Omit<ReportVersion, 'facts'>;

const LISTED = [
  'id',
  'group_id',
  'month',
  'template',
  'template_hash',
  'version',
  'made_by',
  'made_at',
  'draft_key',
  'blob',
  'frozen_at',
  'frozen_by',
  'final_key',
  'final_blob',
] as const;

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

  /** One version of a month's report. */
  async version(groupId: string, month: string, version: number): Promise<ReportVersion | undefined> {
    const row = await this.#db
      .selectFrom('reports')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('kind', '=', 'report')
      .where('month', '=', month)
      .where('version', '=', version)
      .executeTakeFirst();
    const found = row && toVersion(row);
    return found?.kind === 'report' ? found : undefined;
  }

  /** Versions of reports whose facts have an item in them, the newest month and version first. Reads all facts there are. */
  async naming(groupId: string, itemId: string): Promise<readonly ReportVersion[]> {
    const rows = await this.#db
      .selectFrom('reports')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('kind', '=', 'report')
      .where('facts', 'like', `%${JSON.stringify(itemId)}%`)
      .orderBy('month', 'desc')
      .orderBy('version', 'desc')
      .execute();
    return rows.map(toVersion).filter((version) => version.kind === 'report');
  }

  /** All versions of the reports of some months, the newest month and version first. */
  async list(groupId: string, months: readonly string[]): Promise<readonly ListedVersion[]> {
    const rows = await this.#db
      .selectFrom('reports')
      .select(LISTED)
      .where('group_id', '=', groupId)
      .where('kind', '=', 'report')
      .where('month', 'in', [...months])
      .orderBy('month', 'desc')
      .orderBy('version', 'desc')
      .execute();
    return rows.map((row) => ({ ...toListed(row), kind: 'report' }));
  }

  /** Makes a version final. */
  async freeze(id: string, { at, by, draftKey }: Omit<Freezing, 'blob'>): Promise<void> {
    await this.#db
      .updateTable('reports')
      .set({ frozen_at: at, frozen_by: by, final_key: draftKey })
      .where('id', '=', id)
      .execute();
  }

  /** The months of a group whose report is final. */
  async frozenMonths(groupId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#db
      .selectFrom('reports')
      .select('month')
      .distinct()
      .where('group_id', '=', groupId)
      .where('kind', '=', 'report')
      .where('frozen_at', 'is not', null)
      .execute();
    return new Set(rows.map(({ month }) => month));
  }

  /** Final months (`YYYY-MM`), each with the data cut-off (ISO-8601 UTC) of its first final version. */
  async finalCutOffs(groupId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db
      .selectFrom('reports')
      .select(({ fn }) => ['month', fn.min('made_at').as('cut_off')])
      .where('group_id', '=', groupId)
      .where('kind', '=', 'report')
      .where('frozen_at', 'is not', null)
      .groupBy('month')
      .execute();
    return new Map(rows.map(({ month, cut_off }) => [month, cut_off]));
  }

  /** Keeps under which hash the file lies: the draft's, or the final one's. */
  async setBlob(id: string, blob: string, stage: ReportStage): Promise<void> {
    const file = stage === 'final' ? { final_blob: blob } : { blob };
    await this.#db.updateTable('reports').set(file).where('id', '=', id).execute();
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
  return { ...toListed(row), kind: row.kind as StoredVersion['kind'], facts: JSON.parse(row.facts) };
}

function toListed(row: Pick<Selectable<Schema['reports']>, (typeof LISTED)[number]>) {
  const { frozen_at: at, frozen_by: by, final_key: draftKey } = row;
  const isFrozen = at !== null && by !== null && draftKey !== null;
  return {
    id: row.id,
    groupId: row.group_id,
    month: row.month,
    template: row.template,
    version: row.version,
    madeBy: row.made_by,
    madeAt: row.made_at,
    draftKey: row.draft_key,
    ...present({ blob: row.blob, templateHash: row.template_hash }),
    ...(isFrozen && { frozen: { at, by, draftKey, ...present({ blob: row.final_blob }) } }),
  };
}

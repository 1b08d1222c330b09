import { sql, type TableMetadata } from 'kysely';
import { anonymousId } from '../../domain/people/anonymous.ts';
import type { Person } from '../../domain/people/role.ts';
import { groupOf, listTables, PERSON_COLUMN, scopeOf } from '../group-rows.ts';
import type { Executor } from '../row-shape.ts';

/** A row that names a person, by its table. */
export interface PersonalRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Made of whole months or groups: what they say of one person stands elsewhere, too. */
const BROAD_COLUMNS: ReadonlySet<string> = new Set(['settings', 'facts', 'findings']);

/** Where the bot itself has put names into running text. */
const COMPOSED_COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['outbox', 'message'],
  ['inbox', 'payload'],
  ['rounds', 'findings'],
  ['audit', 'detail'],
];

/** Each nth person who was made anonymous. */
const COUNTED = 'anonymous-people';

/**
 * What is kept about one person, over all tables that there are: a new table is taken in by the names of its columns.
 * Reads and writes every row of every table, so it is for rare occasions.
 */
export class PersonalDataRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Who has this name and is or was in the group; where that is nobody, who has it and did something there. */
  async named(groupId: string, name: string): Promise<readonly Person[]> {
    const alike = await this.#db
      .selectFrom('people')
      .select(['id', 'name'])
      .where('name', '=', name)
      .orderBy('id')
      .execute();
    const found: { person: Person; isOwn: boolean }[] = [];
    for (const person of alike) {
      if (!(await this.groupsHolding(person.id)).includes(groupId)) continue;
      found.push({ person, isOwn: (await this.groupsOf(person.id)).includes(groupId) });
    }
    const own = found.filter(({ isOwn }) => isOwn);
    return (own.length > 0 ? own : found).map(({ person }) => person);
  }

  /** Groups that hold something about the person: their own, and those that they handed something up to. */
  async groupsHolding(personId: string): Promise<readonly string[]> {
    const groups = new Set<string>();
    for (const table of await listTables(this.#db)) {
      const [named, group] = [naming(table, personId), groupOf(table)];
      if (named === undefined || group === undefined) continue;
      const { rows } = await sql<{ group_id: string | null }>`
        select distinct ${group} as group_id from ${sql.table(table.name)} where ${named}`.execute(this.#db);
      for (const { group_id } of rows) if (group_id) groups.add(group_id);
    }
    return [...groups].sort();
  }

  /** Groups that the person is or was in. */
  async groupsOf(personId: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('members')
      .select('group_id')
      .where('person_id', '=', personId)
      .orderBy('group_id')
      .execute();
    return rows.map((row) => row.group_id);
  }

  /** Rows of a group that name the person in a column of its own, by table; columns about much else left out. */
  async rowsOf(groupId: string, personId: string): Promise<readonly PersonalRow[]> {
    const found: PersonalRow[] = [];
    for (const table of await listTables(this.#db)) {
      const [named, within] = [naming(table, personId), scopeOf(table, groupId)];
      if (named === undefined || within === undefined) continue;
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table.name)} where ${named} and ${within}`.execute(this.#db);
      found.push(...rows.map((row) => ({ table: table.name, row: withoutBroad(row) })));
    }
    return found;
  }

  /** Short numbers of the group's items whose own text has these words. */
  async itemsSaying(groupId: string, words: string): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom('items')
      .select('serial')
      .where('group_id', '=', groupId)
      .where(sql<boolean>`(replace(title, ${words}, '') <> title or replace(body, ${words}, '') <> body)`)
      .orderBy('serial')
      .execute();
    return rows.map((row) => row.serial);
  }

  /**
   * Puts a pseudonym in the place of a person's id and name wherever either stands, but for what people have written
   * (titles, texts, reasons): that is theirs. A name that another person has, too, stays where only a name stands.
   * `nameOf` words the pseudonym. Within a transaction.
   */
  async anonymize({ id, name }: Person, nameOf: (nth: number) => string): Promise<Person> {
    const nth = await this.#countOneMore();
    const pseudonym = { id: anonymousId(nth), name: nameOf(nth) };
    const tables = await listTables(this.#db);
    for (const table of tables) {
      for (const { name: column, dataType } of table.columns) {
        if (/text|char/i.test(dataType)) await this.#replace(table.name, column, [id, pseudonym.id]);
      }
    }
    await this.#db
      .updateTable('people')
      .set({ name: pseudonym.name })
      .where('id', '=', pseudonym.id)
      .execute();
    if (name === '' || (await this.#isTaken(name))) return pseudonym;
    for (const table of tables) {
      for (const { name: column, dataType } of table.columns) {
        // As a whole value of a JSON text: never a part of other words.
        const quoted = [JSON.stringify(name), JSON.stringify(pseudonym.name)] as const;
        if (/text|char/i.test(dataType)) await this.#replace(table.name, column, quoted);
      }
    }
    for (const [table, column] of COMPOSED_COLUMNS)
      await this.#replace(table, column, [name, pseudonym.name]);
    return pseudonym;
  }

  async #replace(table: string, column: string, [from, to]: readonly [string, string]): Promise<void> {
    const place = sql.ref(column);
    await sql`update ${sql.table(table)} set ${place} = replace(${place}, ${from}, ${to})
      where replace(${place}, ${from}, '') <> ${place}`.execute(this.#db);
  }

  async #isTaken(name: string): Promise<boolean> {
    const other = await this.#db
      .selectFrom('people')
      .select('id')
      .where('name', '=', name)
      .limit(1)
      .executeTakeFirst();
    return other !== undefined;
  }

  async #countOneMore(): Promise<number> {
    const row = await this.#db
      .insertInto('meta')
      .values({ key: COUNTED, value: '1' })
      .onConflict((c) =>
        c.column('key').doUpdateSet({ value: sql`cast(cast(meta.value as integer) + 1 as text)` }),
      )
      .returning('value')
      .executeTakeFirstOrThrow();
    return Number(row.value);
  }
}

/** Which rows of a table name the person in a column of its own; undefined for one without such columns. */
function naming({ columns }: TableMetadata, personId: string) {
  const own = columns.filter(({ name }) => PERSON_COLUMN.test(name));
  if (own.length === 0) return undefined;
  const one = own.map(({ name }) => sql`${sql.ref(name)} = ${personId}`);
  return sql`(${sql.join(one, sql` or `)})`;
}

function withoutBroad(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !BROAD_COLUMNS.has(column)));
}

import { GRANTED_ROLES, type GrantedRole, type Person } from '../../domain/people/role.ts';
import type { Executor } from '../row-shape.ts';

const byId = (one: Person, other: Person) => (one.id < other.id ? -1 : 1);

/** People by the platform's id, who is in which group, and the roles handed out there. */
export class PeopleRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** In the same order whoever learns: people are in several groups, and two might wait for each other. */
  async learn(people: readonly Person[]): Promise<void> {
    for (const { id, name } of [...people].sort(byId)) {
      await this.#db
        .insertInto('people')
        .values({ id, name })
        .onConflict((c) => c.column('id').doUpdateSet({ name }))
        .execute();
    }
  }

  async name(id: string): Promise<string | undefined> {
    const row = await this.#db.selectFrom('people').select('name').where('id', '=', id).executeTakeFirst();
    return row?.name || undefined;
  }

  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('people')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .where('name', '!=', '')
      .execute();
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Marks people as members of a group since now; someone who comes back is a member again. */
  async join(groupId: string, personIds: readonly string[], at: string): Promise<void> {
    for (const personId of personIds) {
      await this.#db
        .insertInto('members')
        .values({ group_id: groupId, person_id: personId, since: at })
        .onConflict((c) =>
          c
            .columns(['group_id', 'person_id'])
            .doUpdateSet({ until: null })
            // Who is there already, as nearly everybody is, is not written anew.
            .where('members.until', 'is not', null),
        )
        .execute();
    }
  }

  async leave(groupId: string, personIds: readonly string[], at: string): Promise<void> {
    if (personIds.length === 0) return;
    await this.#db
      .updateTable('members')
      .set({ until: at })
      .where('group_id', '=', groupId)
      .where('person_id', 'in', [...personIds])
      .where('until', 'is', null)
      .execute();
  }

  /** Those who are in the group now. */
  async members(groupId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#db
      .selectFrom('members')
      .select('person_id')
      .where('group_id', '=', groupId)
      .where('until', 'is', null)
      .execute();
    return new Set(rows.map((row) => row.person_id));
  }

  async isMember(groupId: string, personId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('members')
      .select('person_id')
      .where('group_id', '=', groupId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  async chosenGroup(personId: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('people')
      .select('chosen_group')
      .where('id', '=', personId)
      .executeTakeFirst();
    return row?.chosen_group ?? undefined;
  }

  /** The group this person's private messages are about; kept even for someone whose name is not known yet. */
  async chooseGroup(personId: string, groupId: string): Promise<void> {
    await this.#db
      .insertInto('people')
      .values({ id: personId, name: '', chosen_group: groupId })
      .onConflict((c) => c.column('id').doUpdateSet({ chosen_group: groupId }))
      .execute();
  }

  async roles(groupId: string, personId: string): Promise<readonly GrantedRole[]> {
    const rows = await this.#db
      .selectFrom('roles')
      .select('role')
      .where('group_id', '=', groupId)
      .where('person_id', '=', personId)
      .execute();
    return GRANTED_ROLES.filter((role) => rows.some((row) => row.role === role));
  }

  /** Everyone with a role in the group, oldest grant first. */
  async holders(groupId: string): Promise<readonly { personId: string; role: string }[]> {
    const rows = await this.#db
      .selectFrom('roles')
      .select(['person_id', 'role'])
      .where('group_id', '=', groupId)
      .orderBy('since')
      .orderBy('person_id')
      .execute();
    return rows.map((row) => ({ personId: row.person_id, role: row.role }));
  }

  /** Who is told what needs a person's care: the leads who are in the group, or its admins where there is no lead. */
  async leads(groupId: string): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('roles')
      .select(['person_id', 'role'])
      .where('group_id', '=', groupId)
      .where('role', 'in', ['lead', 'admin'])
      .orderBy('person_id')
      .execute();
    const here = await this.members(groupId);
    const present = rows.filter((row) => here.has(row.person_id));
    const leads = present.filter((row) => row.role === 'lead');
    return (leads.length > 0 ? leads : present).map((row) => row.person_id);
  }

  async grant(groupId: string, personId: string, role: GrantedRole, at: string): Promise<void> {
    await this.#db
      .insertInto('roles')
      .values({ group_id: groupId, person_id: personId, role, since: at })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  async revoke(groupId: string, personId: string, role: GrantedRole): Promise<void> {
    await this.#db
      .deleteFrom('roles')
      .where('group_id', '=', groupId)
      .where('person_id', '=', personId)
      .where('role', '=', role)
      .execute();
  }
}

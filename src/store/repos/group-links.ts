import type { Selectable } from 'kysely';
import type { GroupLink, OpenCode } from '../../domain/hand-up/group-link.ts';
import type { Executor } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** Who changes something between two groups, and when (ISO-8601 UTC). */
interface By {
  readonly by: string;
  readonly at: string;
}

/** Written by whoever links two groups, so that it is done one after the other. */
const LOCK = 'group-links';

/** Which group is a department of which other one, and the codes by which they agree to it. */
export class GroupLinkRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Keeps a code's hash; an older one for the same department, still open, is void from now on. */
  async issue(code: {
    hash: string;
    groupId: string;
    departmentId: string;
    by: string;
    at: string;
    expiresAt: string;
  }): Promise<void> {
    await this.#db
      .deleteFrom('pairing_codes')
      .where('group_id', '=', code.groupId)
      .where('department_id', '=', code.departmentId)
      .where('used_at', 'is', null)
      .execute();
    await this.#db
      .insertInto('pairing_codes')
      .values({
        hash: code.hash,
        group_id: code.groupId,
        department_id: code.departmentId,
        made_by: code.by,
        made_at: code.at,
        expires_at: code.expiresAt,
      })
      .execute();
  }

  /** Uses a code up: what it stands for, for exactly one caller and before it expires. */
  async use(hash: string, at: string): Promise<{ groupId: string; departmentId: string } | undefined> {
    const row = await this.#db
      .updateTable('pairing_codes')
      .set({ used_at: at })
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning(['group_id', 'department_id'])
      .executeTakeFirst();
    return row && { groupId: row.group_id, departmentId: row.department_id };
  }

  /** Codes of an upper group that can still be used. */
  async openCodes(groupId: string, at: string): Promise<readonly OpenCode[]> {
    const rows = await this.#db
      .selectFrom('pairing_codes')
      .select(['department_id', 'expires_at'])
      .where('group_id', '=', groupId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .orderBy('expires_at')
      .execute();
    return rows.map((row) => ({ departmentId: row.department_id, expiresAt: row.expires_at }));
  }

  /** Until the commit nobody else links groups: two that link at once could close a circle that neither sees. */
  async lock(at: string): Promise<void> {
    await this.#db
      .insertInto('meta')
      .values({ key: LOCK, value: at })
      .onConflict((c) => c.column('key').doUpdateSet({ value: at }))
      .execute();
  }

  async link(link: GroupLink, { by, at }: By): Promise<void> {
    await this.#db
      .insertInto('group_links')
      .values({
        id: link.id,
        group_id: link.childId,
        parent_id: link.parentId,
        department_id: link.departmentId,
        linked_by: by,
        linked_at: at,
      })
      .execute();
  }

  /** False when it was over already. */
  async end(id: string, { by, at }: By): Promise<boolean> {
    const result = await this.#db
      .updateTable('group_links')
      .set({ ended_by: by, ended_at: at })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows) === 1;
  }

  /** Whose department a group is now. */
  async above(childId: string): Promise<GroupLink | undefined> {
    const row = await this.#db
      .selectFrom('group_links')
      .selectAll()
      .where('group_id', '=', childId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row && toLink(row);
  }

  /** The groups that are departments of this one now. */
  async below(parentId: string): Promise<readonly GroupLink[]> {
    const rows = await this.#db
      .selectFrom('group_links')
      .selectAll()
      .where('parent_id', '=', parentId)
      .where('ended_at', 'is', null)
      .orderBy('linked_at')
      .execute();
    return rows.map(toLink);
  }
}

function toLink(row: Selectable<Schema['group_links']>): GroupLink {
  return { id: row.id, childId: row.group_id, parentId: row.parent_id, departmentId: row.department_id };
}

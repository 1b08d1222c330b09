import type { Selectable } from 'kysely';
import type { JoinRequest, JoinState } from '../../domain/people/join-request.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

/** Requests to report for a department, and what became of them. */
export class JoinRequestRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async ask(request: Omit<JoinRequest, 'state' | 'decidedBy'>): Promise<JoinRequest> {
    await this.#db
      .insertInto('join_requests')
      .values({
        id: request.id,
        group_id: request.groupId,
        department_id: request.departmentId,
        person_id: request.personId,
        asked_at: request.askedAt,
        state: 'waiting',
      })
      .execute();
    return { ...request, state: 'waiting' };
  }

  async find(groupId: string, id: string): Promise<JoinRequest | undefined> {
    const row = await this.#db
      .selectFrom('join_requests')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toRequest(row);
  }

  /** The request of a person for a department that nobody has decided yet. */
  async waiting(departmentId: string, personId: string): Promise<JoinRequest | undefined> {
    const row = await this.#db
      .selectFrom('join_requests')
      .selectAll()
      .where('department_id', '=', departmentId)
      .where('person_id', '=', personId)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return row && toRequest(row);
  }

  async decide(id: string, by: { state: 'agreed' | 'refused'; personId: string; at: string }): Promise<void> {
    await this.#db
      .updateTable('join_requests')
      .set({ state: by.state, decided_by: by.personId, decided_at: by.at })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
  }
}

function toRequest(row: Selectable<Schema['join_requests']>): JoinRequest {
  return {
    id: row.id,
    groupId: row.group_id,
    departmentId: row.department_id,
    personId: row.person_id,
    askedAt: row.asked_at,
    state: row.state as JoinState,
    ...present({ decidedBy: row.decided_by }),
  };
}

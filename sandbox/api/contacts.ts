import type { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Person } from '../world/world.ts';
import { type ApiContext, gate } from './gateway.ts';
import { data, idParam, invalidParameter, queryList, readBody } from './reply.ts';

const BATCH_MAX = 50;
const Names = z.object({ user_ids: z.array(z.string()).min(1).max(10) });

/** People of the tenant. Ids outside the app's contact range are missing from batches without a word. */
export function addContactRoutes(router: Router, context: ApiContext): void {
  const { people } = context.world;
  const known = (ids: readonly string[]) =>
    ids.map((id) => people.get(id)).filter((person) => person !== undefined);
  router.get(
    '/contact/v3/users/batch',
    gate(context, (request) => {
      const ids = queryList(request, 'user_ids');
      if (ids.length === 0 || ids.length > BATCH_MAX) throw invalidParameter('user_ids');
      return data({ items: known(ids).map(describe) });
    }),
  );
  router.post(
    '/contact/v3/users/basic_batch',
    gate(context, (request) => {
      const { user_ids: ids } = readBody(Names, request);
      return data({ users: known(ids).map(({ id, name }) => ({ user_id: id, name, i18n_name: {} })) });
    }),
  );
  router.get(
    '/contact/v3/users/:user_id',
    gate(context, (request) => {
      const person = people.get(idParam(request, 'user_id', 'ou'));
      if (!person) throw new Refusal(41050, 'no user authority error');
      return data({ user: describe(person) });
    }),
  );
}

function describe({ id, unionId, name }: Person): object {
  return { open_id: id, union_id: unionId, name, en_name: '', department_ids: [] };
}

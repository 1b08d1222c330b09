import type { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { type ApiContext, gate } from './gateway.ts';
import { readBody } from './reply.ts';

const Credentials = z.object({ app_id: z.string(), app_secret: z.string() });

/** The tenant token. A wrong id or secret is told with HTTP 200, as on the platform. */
export function addAuthRoutes(router: Router, context: ApiContext): void {
  const { app } = context.world;
  router.post(
    '/auth/v3/tenant_access_token/internal',
    gate(
      context,
      (request) => {
        const { app_id: id, app_secret: secret } = readBody(Credentials, request);
        if (id !== app.appId) throw new Refusal(10003, 'invalid param', { status: 200 });
        if (secret !== app.appSecret) throw new Refusal(10014, 'app secret invalid', { status: 200 });
        const { token, expire } = context.tokens.issue();
        return { kind: 'top', body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
      },
      { open: true },
    ),
  );
}

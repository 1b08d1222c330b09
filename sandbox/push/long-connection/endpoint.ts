import type { Router } from 'express';
import { z } from 'zod';
import { type ApiContext, gate } from '../../api/gateway.ts';
import { readBody } from '../../api/reply.ts';
import { wireConfig } from './client-config.ts';
import type { Lines } from './create-long-connections.ts';
import type { EndpointRefusal } from './long-connections.ts';

const Credentials = z.object({ AppID: z.string(), AppSecret: z.string() });

const MOST_LINES = 50;

const REFUSALS: Readonly<Record<EndpointRefusal, string>> = {
  514: 'auth failed',
  403: 'forbidden',
  1: 'system busy',
  1000040343: 'internal error',
  1000040350: 'exceed connection limit',
};

/** Where the bot learns which socket to dial, and on what terms. Refusals come with HTTP 200 and no address. */
export function endpointRoute(lines: Lines) {
  return (router: Router, context: ApiContext): void => {
    const { app } = context.world;
    const refusalOf = (given: z.infer<typeof Credentials>): EndpointRefusal | undefined => {
      if (given.AppID !== app.appId || given.AppSecret !== app.appSecret) return 514;
      return (
        lines.connections.faults.refuse ?? (lines.pool.all().length >= MOST_LINES ? 1000040350 : undefined)
      );
    };
    router.post(
      '/callback/ws/endpoint',
      gate(
        context,
        (request) => {
          const code = refusalOf(readBody(Credentials, request));
          if (code !== undefined) return { kind: 'top', body: { code, msg: REFUSALS[code], data: {} } };
          const data = {
            URL: lines.tickets.issue(`ws://${request.headers.host}`),
            ClientConfig: wireConfig(lines.config),
          };
          return { kind: 'top', body: { code: 0, msg: '', data } };
        },
        { open: true },
      ),
    );
  };
}

import { createServer } from 'node:http';
import express from 'express';
import { systemClock } from '../../src/kernel/clock.ts';
import { openRequest } from '../../src/lark/open-request.ts';
import { signatureOf } from '../../src/web/receive-event.ts';
import { RUNG_KEYS, type Rung } from './rung.ts';

/** Express as one usually has it, with its own parser for raw bodies and the bot's checks behind it. Forgets what it got. */
export const rawExpress: Rung = async () => {
  const app = express();
  app.post('/webhook/event', express.raw({ type: 'application/json', limit: '1mb' }), (request, response) => {
    const headers = signatureOf(request);
    const opened = openRequest({ raw: request.body, headers }, RUNG_KEYS, systemClock.now());
    response.status(opened.kind === 'event' ? 200 : 401).json({});
  });
  return createServer(app);
};

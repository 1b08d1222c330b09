import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import { addAuthRoutes } from './auth.ts';
import { addBotRoutes } from './bot.ts';
import { addChangeRoutes } from './change-messages.ts';
import { addChatRoutes } from './chats.ts';
import { addContactRoutes } from './contacts.ts';
import { addDocumentRoutes } from './documents.ts';
import type { ApiContext } from './gateway.ts';
import { addReadRoutes } from './read-messages.ts';
import { addResourceRoutes } from './resources.ts';
import { addSendRoutes } from './send-messages.ts';
import { addUploadRoutes } from './uploads.ts';

/** Adds routes of its own, at whole paths. */
type AddRoutes = (router: Router, context: ApiContext) => void;

/** The platform's HTTP interface under /open-apis, and what it offers beside that. */
export function createApi(context: ApiContext, beside: readonly AddRoutes[] = []): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.json({ limit: '4mb' }));
  const router = express.Router();
  for (const add of [
    addAuthRoutes,
    addBotRoutes,
    addSendRoutes,
    addReadRoutes,
    addChangeRoutes,
    addResourceRoutes,
    addUploadRoutes,
    addDocumentRoutes,
    addChatRoutes,
    addContactRoutes,
  ]) {
    add(router, context);
  }
  app.use('/open-apis', router);
  for (const add of beside) add(app, context);
  app.use(notFound(context));
  app.use(badRequest);
  return app;
}

/** The gateway knows no such path; it says so in plain text. */
function notFound({ calls, world }: ApiContext): RequestHandler {
  return ({ method, path }, response) => {
    calls.add({ method, path, status: 404, at: world.clock.now() });
    response.status(404).type('text').send('404 page not found');
  };
}

/** A body that is no JSON, or too large; four parameters make it express's error handler. */
const badRequest: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status =
    error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return response.status(status).json({ code: status === 500 ? 1000004 : 9499, msg: String(error) });
};

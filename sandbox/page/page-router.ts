import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Request, type Response, Router } from 'express';
import { Refusal } from '../refusal.ts';
import type { World } from '../world/world.ts';
import { Act } from './acts.ts';
import { BusyError } from './busy-error.ts';
import { addFileRoutes } from './file-routes.ts';
import { guardPage } from './guard-page.ts';
import type { Hub } from './hub.ts';
import { type Upload, UploadQuery } from './take-upload.ts';
import type { ActResult } from './view.ts';

export interface PageRouterParts {
  readonly world: World;
  readonly hub: Hub;
  readonly codeFolder: string;
  act(act: Act): Promise<ActResult>;
  upload(upload: Upload): Promise<ActResult>;
}

const UPLOAD_MAX = '30mb';
/** What does not need compiling: the frame, the styles. */
const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));
/** Modules of the sandbox that the browser's own import. */
const SHARED = [
  'is-record.js',
  'card/card-texts.js',
  'card/mentions-in.js',
  'card/show-markdown.js',
  'card/walk-card.js',
] as const;

/** `/`, below `/page/` the stream of changes, acts, uploads and files, below `/sandbox/` the browser's modules. */
export function createPageRouter({ world, hub, codeFolder, act, upload }: PageRouterParts): Router {
  const router = Router();
  router.use(['/page', '/sandbox', /^\/$/], guardPage);
  router.get('/page/changes', (request, response) => hub.join(request, response));
  router.post('/page/act', express.json({ limit: '1mb' }), (request, response) =>
    answer(response, () => act(Act.parse(request.body))),
  );
  router.post(
    '/page/upload',
    express.raw({ type: 'application/octet-stream', limit: UPLOAD_MAX }),
    (request, response) => answer(response, () => upload(readUpload(request))),
  );
  addFileRoutes(router, world);
  addCodeRoutes(router, codeFolder);
  return router;
}

/** The browser's modules at the places they have in the project, so that their imports of one another hold. */
function addCodeRoutes(router: Router, codeFolder: string): void {
  const serve = (folder: string) => express.static(folder, { index: false, redirect: false, maxAge: 0 });
  router.get('/', (_request, response) => response.sendFile(join(CLIENT, 'page.html')));
  router.use('/sandbox/page/client', serve(CLIENT), serve(join(codeFolder, 'page/client')));
  for (const file of SHARED) {
    router.get(`/sandbox/${file}`, (_request, response) => response.sendFile(join(codeFolder, file)));
  }
}

function readUpload({ query, body }: Request): Upload {
  if (!Buffer.isBuffer(body)) throw new Error('the body has to be application/octet-stream');
  return { query: UploadQuery.parse(query), bytes: body };
}

/** What a client would not let a person do is answered with the reason: 400, or 409 while something is played. */
async function answer(response: Response, work: () => Promise<ActResult>): Promise<void> {
  try {
    response.json(await work());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const status = error instanceof BusyError ? 409 : 400;
    response.status(status).json({ reason: error instanceof Refusal ? `${error.code}` : error.message });
  }
}

import type { Response, Router } from 'express';
import type { StoredFile, World } from '../world/world.ts';
import { previewDocument } from './preview-document.ts';

/** Downloads, pictures, and Word files as pages. */
export function addFileRoutes(router: Router, world: World): void {
  router.get('/page/file/:key', ({ params }, response) => {
    const file = world.files.get(params.key);
    if (file === undefined) return void response.sendStatus(404);
    const name = encodeURIComponent(file.name);
    response.set('content-disposition', `attachment; filename*=UTF-8''${name}`);
    response.type('application/octet-stream').send(file.bytes);
  });
  router.get('/page/picture/:key', ({ params }, response) => {
    const type = pictureType(world.files.get(params.key));
    if (type === undefined) return void response.sendStatus(404);
    response.type(type).send(world.files.get(params.key)?.bytes);
  });
  router.get('/page/preview/:key', async ({ params }, response) => {
    const file = world.files.get(params.key);
    if (file === undefined) return void response.sendStatus(404);
    await sendPreview(response, file);
  });
}

const PICTURES: readonly (readonly [start: string, type: string])[] = [
  ['\x89PNG', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['BM', 'image/bmp'],
  ['RIFF', 'image/webp'],
];

/** By the first bytes, not by name: no SVG, nothing that could hold a script. */
function pictureType(file: StoredFile | undefined): string | undefined {
  const head = file?.bytes.subarray(0, 4).toString('latin1') ?? '';
  return PICTURES.find(([start]) => head.startsWith(start))?.[1];
}

async function sendPreview(response: Response, { bytes }: StoredFile): Promise<void> {
  const { html, policy } = await previewDocument(bytes);
  response.set('content-security-policy', policy).type('html').send(html);
}

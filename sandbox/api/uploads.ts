import type { Router } from 'express';
import { Refusal } from '../refusal.ts';
import { storeFile } from '../world/files.ts';
import { type ApiContext, gate } from './gateway.ts';
import { readForm, type UploadForm } from './read-form.ts';
import { data, invalidParameter } from './reply.ts';

const MEGABYTE = 1024 * 1024;
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

/** Files (≤ 30 MB) and images (≤ 10 MB) the bot uploads; neither may be empty. */
export function addUploadRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  router.post(
    '/im/v1/files',
    gate(context, async (request) => {
      const form = await readForm(request);
      if (!FILE_TYPES.includes(field(form, 'file_type'))) throw invalidParameter('file_type');
      const name = field(form, 'file_name');
      const bytes = sizedPart(form, 'file', 30 * MEGABYTE);
      return data({ file_key: storeFile(world, { kind: 'file', name, bytes, ownerId: 'bot' }).key });
    }),
  );
  router.post(
    '/im/v1/images',
    gate(context, async (request) => {
      const form = await readForm(request);
      if (!['message', 'avatar'].includes(field(form, 'image_type'))) throw invalidParameter('image_type');
      const bytes = sizedPart(form, 'image', 10 * MEGABYTE);
      if (!looksLikeImage(bytes)) throw new Refusal(234011, "Can't regonize the image format.");
      return data({
        image_key: storeFile(world, { kind: 'image', name: 'image', bytes, ownerId: 'bot' }).key,
      });
    }),
  );
}

function field(form: UploadForm, name: string): string {
  const value = form.fields.get(name);
  if (value === undefined || value === '') throw new Refusal(234001, `Invalid request param: ${name}`);
  return value;
}

function sizedPart(form: UploadForm, name: string, max: number): Buffer {
  const bytes = form.files.get(name);
  if (!bytes) throw new Refusal(234001, `Invalid request param: ${name}`);
  if (bytes.length === 0) throw new Refusal(234010, "File's size can't be 0.");
  if (bytes.length > max) throw new Refusal(234006, 'The file size exceed the max value.');
  return bytes;
}

/** First bytes of PNG, JPEG, GIF, BMP, TIFF, ICO, WEBP (RIFF) and HEIC. */
function looksLikeImage(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4).toString('latin1');
  const starts = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM', 'II*\0', 'MM\0*', '\0\0\x01\0', 'RIFF'];
  return starts.some((start) => head.startsWith(start)) || bytes.subarray(4, 8).toString('latin1') === 'ftyp';
}

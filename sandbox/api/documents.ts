import type { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { OnlineDocument, World } from '../world/world.ts';
import { type ApiContext, gate } from './gateway.ts';
import { readForm } from './read-form.ts';
import { data, query, readBody, textParam } from './reply.ts';

const LARGEST = 20 * 1024 * 1024;
/** How often an import is still running when it is looked at. */
const LOOKS = 1;
const [DONE, RUNNING, UNREADABLE] = [0, 2, 100];

const Task = z.object({
  file_extension: z.literal('docx'),
  file_token: z.string(),
  type: z.literal('docx'),
  file_name: z.string().optional(),
  point: z.object({ mount_type: z.literal(1), mount_key: z.string() }),
});
const Member = z.object({
  member_type: z.literal('openchat'),
  member_id: z.string(),
  perm: z.enum(['view', 'edit', 'full_access']),
});

/** A Word file on its way to becoming a document. */
interface Import {
  readonly ticket: string;
  readonly name: string;
  readonly bytes: Buffer;
  looks: number;
}

/** Word files become online documents of the app's own, which nobody can open until they are shared. */
export function addDocumentRoutes(router: Router, context: ApiContext): void {
  addImportRoutes(router, context);
  router.post(
    '/drive/v1/permissions/:token/members',
    gate(context, (request) => {
      const { documents, chats } = context.world;
      const document = documents.get(textParam(request, 'token'));
      if (query(request, 'type') !== 'docx') throw wrong('type');
      const member = readBody(Member, request);
      if (document === undefined) throw new Refusal(1063005, 'Resource is deleted.');
      if (chats.get(member.member_id)?.botIn !== true) throw new Refusal(1063003, 'Invalid operation.');
      document.sharedWith.add(member.member_id);
      return data({ member });
    }),
  );
}

function addImportRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  const files = new Map<string, { readonly name: string; readonly bytes: Buffer }>();
  const imports = new Map<string, Import>();
  router.post(
    '/drive/v1/medias/upload_all',
    gate(context, async (request) => {
      const { fields, files: parts } = await readForm(request);
      const bytes = parts.get('file');
      if (fields.get('parent_type') !== 'ccm_import_open' || bytes === undefined) throw wrong('parent_type');
      if (bytes.length === 0 || Number(fields.get('size')) !== bytes.length) throw wrong('size');
      if (bytes.length > LARGEST) throw new Refusal(1061043, 'file size beyond limit.');
      const token = `boxcn${world.random.hex(22)}`;
      files.set(token, { name: fields.get('file_name') ?? '', bytes });
      return data({ file_token: token });
    }),
  );
  router.post(
    '/drive/v1/import_tasks',
    gate(context, (request) => {
      const { file_token, file_name } = readBody(Task, request);
      const file = files.get(file_token);
      if (file === undefined) throw new Refusal(1069913, 'file token is invalid or has expired');
      const ticket = world.random.hex(19);
      imports.set(ticket, { ticket, bytes: file.bytes, name: file_name ?? file.name, looks: 0 });
      return data({ ticket });
    }),
  );
  router.get(
    '/drive/v1/import_tasks/:ticket',
    gate(context, (request) => {
      const task = imports.get(textParam(request, 'ticket'));
      if (task === undefined) throw new Refusal(1069904, 'the import task does not exist');
      return data({ result: { ticket: task.ticket, type: 'docx', ...lookAt(world, task) } });
    }),
  );
}

function lookAt(world: World, task: Import): object {
  task.looks += 1;
  if (task.looks <= LOOKS) return { job_status: RUNNING };
  // A Word file is a zip.
  const isReadable = task.bytes.subarray(0, 2).toString() === 'PK';
  if (!isReadable) return { job_status: UNREADABLE, job_error_msg: 'the file cannot be read' };
  const { token, url } = findOrMake(world, task);
  return { job_status: DONE, job_error_msg: 'success', token, url, extra: [] };
}

/** An import makes one document, however often it is asked for. */
function findOrMake(world: World, { ticket, name }: Import): OnlineDocument {
  const known = [...world.documents.values()].find((document) => document.ticket === ticket);
  if (known !== undefined) return known;
  const token = `doxcn${world.random.hex(22)}`;
  const document = {
    token,
    ticket,
    name,
    url: `https://sandbox.example/docx/${token}`,
    sharedWith: new Set<string>(),
  };
  world.documents.set(token, document);
  return document;
}

function wrong(what: string): Refusal {
  return new Refusal(1061002, `params error: ${what}`);
}

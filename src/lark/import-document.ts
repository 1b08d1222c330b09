import { z } from 'zod';
import { RemoteError } from '../kernel/errors.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import { checkId } from './check-id.ts';
import type { LarkClient } from './create-client.ts';
import { resourceKey } from './ids.ts';
import { readAnswer } from './read-answer.ts';

/** An online document that was made of a file. */
export interface ImportedDocument {
  readonly token: string;
  readonly url: string;
  /** The platform has left something out: it says so for very long documents and tables. */
  readonly shortened: boolean;
}

/** By one upload; larger ones would have to be uploaded in parts. */
const LARGEST_IMPORT = 20 * 1024 * 1024;
/** States of an import: done, and not yet. Whatever else is said is a failure. */
const [DONE, BEGUN, RUNNING] = [0, 1, 2];
const TYPE = 'docx';

const uploaded = z.object({ file_token: resourceKey });
const begun = z.object({ data: z.object({ ticket: resourceKey }) });
const state = z.object({
  data: z.object({
    result: z.object({
      job_status: z.int(),
      job_error_msg: z.string().optional(),
      token: z.string().optional(),
      url: z.string().optional(),
      extra: z.array(z.string()).nullish(),
    }),
  }),
});
const address = z.url({ protocol: /^https?$/ });

/**
 * Begins to turn a .docx (1 byte to 20 MB) into an online document of the app's own, and gives the task's ticket. Not
 * harmless twice: each call makes a document.
 */
export async function startImport(client: LarkClient, name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw new RemoteError('content', 'empty-file');
  if (bytes.length > LARGEST_IMPORT) throw new RemoteError('content', 'too-large');
  const file_name = cleanLine(name);
  const data = {
    file_name,
    parent_type: 'ccm_import_open' as const,
    parent_node: '',
    size: bytes.length,
    extra: JSON.stringify({ obj_type: TYPE, file_extension: TYPE }),
    file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
  const answer = await client.call('once', (sdk) => sdk.drive.v1.media.uploadAll({ data }));
  const { file_token } = readAnswer(uploaded, answer);
  // mount_type 1 with an empty key: the app's own folder.
  const point = { mount_type: 1, mount_key: '' };
  const task = {
    file_extension: TYPE,
    file_token,
    type: TYPE,
    file_name: file_name.replace(/\.docx$/, ''),
    point,
  };
  const ticket = await client.call('once', (sdk) => sdk.drive.v1.importTask.create({ data: task }));
  return readAnswer(begun, ticket).data.ticket;
}

/** What has become of an import; undefined while it goes on. Throws kind content when the platform has given it up. */
export async function readImport(client: LarkClient, ticket: string): Promise<ImportedDocument | undefined> {
  const path = { ticket: checkId('resource', ticket) };
  const answer = await client.call('read', (sdk) => sdk.drive.v1.importTask.get({ path }));
  const { result } = readAnswer(state, answer).data;
  if (result.job_status === BEGUN || result.job_status === RUNNING) return undefined;
  if (result.job_status !== DONE) {
    throw new RemoteError('content', `import-${result.job_status}`, { message: result.job_error_msg ?? '' });
  }
  const token = readAnswer(resourceKey, result.token);
  return {
    token,
    url: readAnswer(address, result.url),
    shortened: (result.extra ?? []).length > 0,
  };
}

/** Lets everybody in a chat read the document. Harmless when it is done twice. */
export async function shareDocument(client: LarkClient, token: string, chatId: string): Promise<void> {
  const path = { token: checkId('resource', token) };
  const member_id = checkId('chat', chatId);
  await client.call('once', (sdk) =>
    sdk.drive.v1.permissionMember.create({
      path,
      params: { type: TYPE, need_notification: false },
      data: { member_type: 'openchat', member_id, perm: 'view', type: 'chat' },
    }),
  );
}

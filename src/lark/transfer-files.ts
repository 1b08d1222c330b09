import { z } from 'zod';
import { LARGEST_FILE } from '../domain/message/outgoing.ts';
import { RemoteError } from '../kernel/errors.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import { checkId } from './check-id.ts';
import { classifyFailure } from './classify-error.ts';
import type { LarkClient } from './create-client.ts';
import { resourceKey } from './ids.ts';
import { readAnswer } from './read-answer.ts';

/** The SDK hands out the matter of an upload's answer without its envelope. */
const uploaded = z.object({ file_key: resourceKey });

/** The platform's names of file types, which choose the icon; all else is a stream of bytes. */
const FILE_TYPES: Readonly<Record<string, 'doc' | 'xls' | 'ppt' | 'pdf'>> = {
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
  pdf: 'pdf',
};

/** Uploads a file of the bot's own (1 byte to 30 MB) for sending, and gives its key. */
export async function uploadFile(client: LarkClient, name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw new RemoteError('content', 'empty-file');
  if (bytes.length > LARGEST_FILE) throw new RemoteError('content', 'too-large');
  const file_name = cleanLine(name);
  const file_type = FILE_TYPES[file_name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'stream';
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const answer = await client.call('once', (sdk) =>
    sdk.im.v1.file.create({ data: { file_type, file_name, file } }),
  );
  return readAnswer(uploaded, answer).file_key;
}

interface Source {
  readonly messageId: string;
  readonly key: string;
  readonly kind: 'image' | 'file';
  readonly maxBytes: number;
}

/** Downloads an attachment of a message. Stops and throws kind content, code `too-large`, at the first byte too many. */
export async function downloadResource(client: LarkClient, source: Source): Promise<Uint8Array> {
  const path = {
    message_id: checkId('message', source.messageId),
    file_key: checkId('resource', source.key),
  };
  return client.call('read', async (sdk) => {
    const answer = await sdk.im.v1.messageResource.get({ path, params: { type: source.kind } });
    return readAll(answer.getReadableStream(), source.maxBytes);
  });
}

async function readAll(stream: AsyncIterable<unknown>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.length;
      // Leaving the loop destroys the stream, and with it the connection.
      if (size > maxBytes) throw new RemoteError('content', 'too-large');
      chunks.push(chunk);
    }
  } catch (cause) {
    throw classifyFailure(cause);
  }
  return Buffer.concat(chunks);
}

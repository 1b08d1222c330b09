import busboy from 'busboy';
import type { Request } from 'express';
import { invalidParameter } from './reply.ts';

export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Reads a multipart body. A part counts as a file by its content type or file name: the SDK sends bytes without a file
 * name. Rejects with 230001 when the body is no multipart at all or breaks off.
 */
export function readForm(request: Request): Promise<UploadForm> {
  const fields = new Map<string, string>();
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    const fail = () => reject(invalidParameter('the body is not a complete multipart form'));
    const parser = openParser(request);
    if (!parser) return fail();
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => files.set(name, Buffer.concat(chunks)));
    });
    parser.on('error', fail);
    parser.on('close', () => resolve({ fields, files }));
    request.on('close', () => {
      if (!request.complete) fail();
    });
    return request.pipe(parser);
  });
}

function openParser(request: Request): busboy.Busboy | undefined {
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8' });
  } catch {
    return undefined;
  }
}

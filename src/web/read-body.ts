import type { IncomingMessage } from 'node:http';

/** `gone`: the sender went away before the end. */
export type BodyResult = Buffer | 'too-large' | 'gone';

/**
 * The raw bytes of a request, at most `limit` of them. By hand, since signatures are over bytes as they came and every
 * layer in between costs. Never rejects; the server's own time-out ends a body that does not come.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<BodyResult> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve('too-large');
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Nothing that is said here is to be guessed at, kept or framed. */
const HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

/** An answer without a word. */
export function replyEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...HEADERS, 'content-length': 0 }).end();
}

export function replyJson(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  const length = Buffer.byteLength(body);
  // As text, since Node puts text behind the head into one write, and bytes into a second one.
  response
    .writeHead(status, {
      ...HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'content-length': length,
    })
    .end(body);
}

/** How long a sender is listened to after the answer, so that it reads that answer before the line is cut. */
const LINGER_MS = 1_000;

/** Answers before the body has come, and hangs up. What still comes in is thrown away. */
export function replyAndClose(request: IncomingMessage, response: ServerResponse, status: number): void {
  const timer = setTimeout(() => request.destroy(), LINGER_MS).unref();
  request.on('end', () => clearTimeout(timer));
  request.resume();
  replyEmpty(response, status);
}

import { once } from 'node:events';
import { connect } from 'node:net';

/** A keep-alive connection that carries one request at a time. */
export interface Connection {
  /** Sends a whole request, head and body, and resolves with the status of the answer. */
  send(request: Buffer): Promise<number>;
  close(): void;
}

interface Pending {
  readonly resolve: (status: number) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * By hand on a socket, since an HTTP client costs more than some of the servers measured, and both share the
 * machine. Rejects what is pending when the server hangs up.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  let received = '';
  let pending: Pending | undefined;
  const fail = (reason: Error) => {
    pending?.reject(reason);
    pending = undefined;
  };
  socket.on('data', (piece: string) => {
    received += piece;
    const status = readAnswer(received);
    if (status === undefined) return;
    received = '';
    const { resolve } = pending ?? {};
    pending = undefined;
    resolve?.(status);
  });
  await once(socket, 'connect');
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server hung up')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the server had hung up'));
        pending = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** The status once the answer is there as a whole, by its length or its last chunk. */
function readAnswer(text: string): number | undefined {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = text.slice(0, headEnd).toLowerCase();
  const bodyLength = text.length - headEnd - 4;
  const isWhole = head.includes('\r\ntransfer-encoding: chunked')
    ? text.endsWith('0\r\n\r\n')
    : bodyLength >= Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0);
  return isWhole ? Number(head.slice(9, 12)) : undefined;
}

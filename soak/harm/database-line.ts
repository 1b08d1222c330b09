import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';

/** The network between one bot and its database server. */
export interface DatabaseLine {
  /** The server's address, over this line. */
  readonly url: string;
  /**
   * `reset`: every connection breaks and new ones are refused. `silence`: nothing arrives any more, in either direction,
   * and nobody is told; what was sent meanwhile arrives when the line is healed.
   */
  cut(how: CutKind): void;
  heal(): void;
  close(): Promise<void>;
}

export type CutKind = 'reset' | 'silence';

const POSTGRES_PORT = 5432;

/** Passes on connections to the server that `url` names. */
export async function openDatabaseLine(url: string): Promise<DatabaseLine> {
  const server = new URL(url);
  const target = { host: server.hostname, port: Number(server.port || POSTGRES_PORT) };
  const ends = new Set<Socket>();
  let cut: CutKind | undefined;
  const door = createServer((near) => {
    if (cut === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const far = dial(target);
    join(near, far, ends);
    if (cut === 'silence') for (const end of [near, far]) end.pause();
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  const line = new URL(url);
  line.hostname = '127.0.0.1';
  line.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: line.href,
    cut(how) {
      cut = how;
      for (const end of ends) {
        if (how === 'reset') end.resetAndDestroy();
        else end.pause();
      }
    },
    heal() {
      cut = undefined;
      for (const end of ends) end.resume();
    },
    async close() {
      for (const end of ends) end.destroy();
      door.close();
      await once(door, 'close');
    },
  };
}

/** By hand: a pipe would go on by itself as soon as its other end has room again. */
function join(near: Socket, far: Socket, ends: Set<Socket>): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    ends.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => to.write(chunk));
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      ends.delete(from);
      to.destroy();
    });
  }
}

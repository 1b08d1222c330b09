import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LarkKeys } from '../load/lark-requests.ts';

/** What the receivers on the bench believe. */
export const RUNG_KEYS: LarkKeys = {
  appId: 'cli_00000000000000be',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-verification-token',
};

/** A receiver to measure ours against; runs in a process of its own. `home`: a folder or database of its own, empty. */
export type Rung = (home: string) => Promise<Server>;

/** Runs one rung and tells its port to the process that asked for it, with which it ends. */
export async function runRung(rung: Rung, home: string): Promise<void> {
  const server = await rung(home);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.send?.({ port });
  await once(process, 'disconnect');
  process.exit(0);
}

/** The floor: takes the body and says 200. */
export const bare: Rung = async () =>
  createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(200, { 'content-length': 2 }).end('{}'));
  });

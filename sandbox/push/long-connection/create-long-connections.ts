import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../../world/world.ts';
import type { Transport } from '../transport.ts';
import { type ClientConfig, PLATFORM_CLIENT_CONFIG, wireConfig } from './client-config.ts';
import { createLine, type Line } from './line.ts';
import { createLinePool, type LinePool } from './line-pool.ts';
import { createLineTransport } from './line-transport.ts';
import type { LongConnectionFaults, LongConnections } from './long-connections.ts';
import { createTickets, type Tickets } from './tickets.ts';

export interface LongConnectionOptions {
  readonly timeoutMs: number;
  readonly clientConfig?: Partial<ClientConfig> | undefined;
}

/** What the rest of the sandbox ties together: the socket here, the address that `endpointRoute` gives out. */
export interface Lines {
  readonly connections: LongConnections;
  readonly pool: LinePool;
  readonly config: ClientConfig;
  readonly tickets: Tickets;
  readonly transport: Transport;
  /** Takes the handshakes that come to the server. */
  serve(server: Server): void;
  stop(): void;
}

const SERVICE = 33_554_678;

export function createLongConnections(world: World, options: LongConnectionOptions): Lines {
  const config = { ...PLATFORM_CLIENT_CONFIG, ...options.clientConfig };
  const faults: LongConnectionFaults = {};
  const pool = createLinePool();
  const tickets = createTickets(world.random, SERVICE);
  const sockets = new WebSocketServer({ noServer: true });

  const admit = (socket: WebSocket) => {
    const line: Line = createLine(socket, SERVICE, {
      onGreeting: () => pool.add(line),
      pongPayload: () => (faults.barePongs ? undefined : JSON.stringify(wireConfig(config))),
      pieceBytes: () => faults.pieceBytes ?? Number.MAX_SAFE_INTEGER,
    });
    socket.on('close', () => pool.remove(line));
  };

  return {
    connections: Object.assign(pool, { faults }),
    pool,
    config,
    tickets,
    transport: createLineTransport(world, pool.all, options.timeoutMs),
    serve(server) {
      server.on('upgrade', (request, stream: Duplex, head: Buffer) => {
        if (faults.noHandshake) return void stream.destroy();
        if (!tickets.redeem(request.url ?? '')) return void stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        sockets.handleUpgrade(request, stream, head, admit);
      });
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

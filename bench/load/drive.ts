import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, openConnection } from './connection.ts';

export interface Outcome {
  /** Requests answered with 200. */
  readonly acknowledged: number;
  /** When the first request was due, on the clock of `performance.now()`. */
  readonly startedAt: number;
  readonly seconds: number;
  /** From when the request was due until its answer, in ms. */
  readonly latencies: readonly number[];
}

const CONNECTIONS = 50;

/** As fast as the server answers: each of 50 connections sends its next request when it has its answer. */
export async function driveClosed(ports: readonly number[], requests: readonly Buffer[]): Promise<Outcome> {
  const latencies: number[] = [];
  let next = 0;
  let acknowledged = 0;
  return withConnections(ports, async (connections) => {
    const start = performance.now();
    await Promise.all(connections.map(run));
    return { acknowledged, startedAt: start, seconds: (performance.now() - start) / 1000, latencies };
  });

  async function run(connection: Connection): Promise<void> {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const sent = performance.now();
      if ((await connection.send(request)) === 200) acknowledged += 1;
      latencies.push(performance.now() - sent);
    }
  }
}

/**
 * At a steady rate, whether or not the server keeps up. A request that finds all connections taken waits for one, and
 * its wait counts: a slow server must not slow down its own measuring.
 */
export async function driveOpen(
  ports: readonly number[],
  requests: readonly Buffer[],
  perSecond: number,
): Promise<Outcome> {
  const latencies: number[] = [];
  let acknowledged = 0;
  return withConnections(ports, async (connections) => {
    const free = [...connections];
    const waiting: ((connection: Connection) => void)[] = [];
    const take = () => {
      // In turn: the server hangs up on one that is idle for long.
      const connection = free.shift();
      return connection ?? new Promise<Connection>((resolve) => waiting.push(resolve));
    };
    const giveBack = (connection: Connection) => {
      const first = waiting.shift();
      if (first) first(connection);
      else free.push(connection);
    };
    const exchange = async (request: Buffer, due: number) => {
      const connection = await take();
      if ((await connection.send(request)) === 200) acknowledged += 1;
      latencies.push(performance.now() - due);
      giveBack(connection);
    };

    const start = performance.now();
    const exchanges: Promise<void>[] = [];
    for (const [index, request] of requests.entries()) {
      const due = start + (index * 1000) / perSecond;
      while (performance.now() < due) await pause(1);
      exchanges.push(exchange(request, due));
    }
    await Promise.all(exchanges);
    return { acknowledged, startedAt: start, seconds: (performance.now() - start) / 1000, latencies };
  });
}

/** Dealt out to the ports in turns, as a proxy in front would. */
async function withConnections<T>(
  ports: readonly number[],
  use: (connections: Connection[]) => Promise<T>,
): Promise<T> {
  const targets = Array.from({ length: CONNECTIONS }, (_, nth) => ports[nth % ports.length] ?? 0);
  const connections = await Promise.all(targets.map(openConnection));
  try {
    return await use(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

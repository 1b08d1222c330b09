import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const SWEEP_MS = 20;

/** Answers that each server still owes. Node can't tell: to it a connection that has asked nothing yet is a busy one. */
const owed = new WeakMap<Server, Set<ServerResponse>>();

/** Keeps count for `stopServer`; to be called before the server listens. */
export function countAnswers(server: Server): void {
  const answers = new Set<ServerResponse>();
  owed.set(server, answers);
  server.on('request', (_request, response: ServerResponse) => {
    answers.add(response);
    response.once('close', () => answers.delete(response));
  });
}

/**
 * Takes nothing new, lets what is in hand finish, and resolves when the last connection is closed. What has not
 * finished after `graceMs` is cut off.
 */
export async function stopServer(server: Server, graceMs = 8_000): Promise<void> {
  const patience = new AbortController();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => {
    if (owed.get(server)?.size) server.closeIdleConnections();
    else server.closeAllConnections();
  }, SWEEP_MS);
  const overdue = pause(graceMs, undefined, { signal: patience.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await Promise.race([closed, overdue]);
  await closed;
  patience.abort();
  clearInterval(sweep);
}

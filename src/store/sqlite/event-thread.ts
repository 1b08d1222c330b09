import { parentPort, workerData } from 'node:worker_threads';
import type { EventRow } from '../event-row.ts';
import { openEventInsert } from './event-insert.ts';

/** The thread's side of `createEventWriter`: it is sent rows to insert, or null to end. */
export type ThreadAnswer = { readonly isNew: readonly boolean[] } | { readonly problem: string };

const insert = openEventInsert(String(workerData));
const port = parentPort;

port?.on('message', (rows: readonly EventRow[] | null) => {
  if (rows === null) {
    insert.close();
    port.close();
    return;
  }
  port.postMessage(answer(rows));
});

function answer(rows: readonly EventRow[]): ThreadAnswer {
  try {
    return { isNew: insert.run(rows) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'unknown' };
  }
}

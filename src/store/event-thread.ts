import { parentPort, workerData } from 'node:worker_threads';
import { openEventInsert } from './event-insert.ts';

/** The thread's side of `startEventWriter`: text in are rows to insert, null ends the thread. */
export type ThreadAnswer = { readonly keys: readonly string[] } | { readonly problem: string };

const insert = openEventInsert(String(workerData));
const port = parentPort;

port?.on('message', (rows: string | null) => {
  if (rows === null) {
    insert.close();
    port.close();
    return;
  }
  port.postMessage(answer(rows));
});

function answer(rows: string): ThreadAnswer {
  try {
    return { keys: insert.run(rows) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'unknown' };
  }
}

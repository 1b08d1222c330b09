import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EventRow } from '../event-row.ts';
import { openEventInsert } from './event-insert.ts';
import type { ThreadAnswer } from './event-thread.ts';

/** Makes events durable. One call at a time. */
export interface EventWriter {
  /** Gets ready now rather than with the first event. */
  start(): void;
  /** Resolves after the commit and tells of each row whether it was new. */
  write(rows: readonly EventRow[]): Promise<readonly boolean[]>;
  close(): Promise<void>;
}

/**
 * Waits for the disk in a thread of its own, so that requests are read meanwhile. Node 20 can't start a thread from
 * TypeScript: run from the sources (the tests), it works in place.
 */
export function createEventWriter(file: string): EventWriter {
  return import.meta.url.endsWith('.js') ? createThreadedWriter(file) : createPlainWriter(file);
}

function createThreadedWriter(file: string): EventWriter {
  let thread: Worker | undefined;
  const start = (): Worker => {
    const started = new Worker(new URL('./event-thread.js', import.meta.url), { workerData: file });
    // A thread that breaks down fails the write in hand, and the next write starts another.
    started.once('error', () => undefined);
    started.once('exit', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  };
  return {
    start() {
      thread ??= start();
    },
    async write(rows) {
      thread ??= start();
      const answer = answerOf(thread);
      thread.postMessage(rows);
      return answer;
    },
    async close() {
      if (thread === undefined) return;
      const ended = once(thread, 'exit');
      thread.postMessage(null);
      await ended;
    },
  };
}

function answerOf(thread: Worker): Promise<readonly boolean[]> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the thread that stores events has ended'));
    thread.once('exit', onExit);
    thread.once('message', (answer: ThreadAnswer) => {
      thread.off('exit', onExit);
      if ('isNew' in answer) resolve(answer.isNew);
      else reject(new Error(`events could not be stored: ${answer.problem}`));
    });
  });
}

function createPlainWriter(file: string): EventWriter {
  let insert: ReturnType<typeof openEventInsert> | undefined;
  return {
    start() {
      insert ??= openEventInsert(file);
    },
    async write(rows) {
      insert ??= openEventInsert(file);
      return insert.run(rows);
    },
    async close() {
      insert?.close();
    },
  };
}

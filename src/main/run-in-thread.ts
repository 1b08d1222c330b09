import { type TransferListItem, Worker } from 'node:worker_threads';

export interface ThreadLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** What the order hands over. */
  readonly transfer?: TransferListItem[];
}

/**
 * Runs a compiled module in a thread of its own and resolves with the one message it posts. Rejects when it throws, ends
 * without a message, or takes longer than it may.
 */
export function runInThread(module: URL, order: unknown, limits: ThreadLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(module, {
      workerData: order,
      transferList: limits.transfer,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const timer = setTimeout(() => {
      reject(new Error(`the thread took longer than ${limits.timeoutMs} ms`));
      void thread.terminate();
    }, limits.timeoutMs);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread ended with ${code} and no message`));
    });
  });
}

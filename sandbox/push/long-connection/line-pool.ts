import { createSignal } from '../../world/signal.ts';
import type { Line } from './line.ts';
import type { LongConnections } from './long-connections.ts';

/** The lines that are open at the moment. */
export interface LinePool extends Omit<LongConnections, 'faults'> {
  add(line: Line): void;
  remove(line: Line): void;
  /** The frozen ones too: the platform does not know them from the others. */
  all(): readonly Line[];
  /** Told after each line that is added. */
  onAdded(listener: () => void): () => void;
}

export function createLinePool(): LinePool {
  const lines = new Set<Line>();
  const added = createSignal<void>();
  const answering = () => [...lines].filter(({ frozen }) => !frozen).length;
  return {
    add(line) {
      lines.add(line);
      added.emit();
    },
    remove: (line) => void lines.delete(line),
    all: () => [...lines],
    onAdded: added.watch,
    get count() {
      return answering();
    },
    opened: (count = 1, timeoutMs = 20_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (answering() < count) return;
          end();
          resolve();
        };
        const unwatch = added.watch(look);
        const timer = setTimeout(() => {
          end();
          reject(new Error(`${answering()} of ${count} long connections within ${timeoutMs} ms`));
        }, timeoutMs);
        const end = () => {
          clearTimeout(timer);
          unwatch();
        };
        look();
      }),
    drop() {
      for (const line of lines) line.cut();
      lines.clear();
    },
    freeze() {
      for (const line of lines) line.freeze();
    },
  };
}

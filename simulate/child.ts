import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));

/** Starts this program once more as a process of its own, as one of the parts that `main` names. */
function startChild(part: string, options: unknown): ChildProcess {
  const child = fork(PROGRAM, ['--child', part, JSON.stringify(options)]);
  const end = () => child.kill('SIGKILL');
  // Whatever makes this process exit, the other does not outlive it.
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

/** Starts a part and waits for its answer: the first message it sends. Rejects when it ends without one. */
export function askChild<T>(part: string, options: unknown): Promise<T> {
  const child = startChild(part, options);
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as T));
    child.once('exit', (code, signal) => reject(new Error(`${part} ended with ${code ?? signal}`)));
  });
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));

/** Nearly everything that a tick makes is gone after it: with room for more of that, little is ever moved (MB). */
const ROOM_FOR_NEW = ['--max-semi-space-size=64'];

/** Starts this program once more as a process of its own, as one of the parts that `main` names. */
export function startChild(part: string, options: unknown): ChildProcess {
  const child = fork(PROGRAM, ['--child', part, JSON.stringify(options)], { execArgv: ROOM_FOR_NEW });
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

/** Tells a part that waits for orders what to do; resolves with its answer. Rejects when it ends before that. */
export function order(child: ChildProcess, what: string): Promise<unknown> {
  child.send(what);
  return nextAnswer(child);
}

export function nextAnswer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      child.off('message', answered).off('exit', ended);
      end();
    };
    const answered = (answer: unknown) => settle(() => resolve(answer));
    const ended = () => settle(() => reject(new Error('a part of the simulation has ended')));
    child.once('message', answered).once('exit', ended);
  });
}

export async function dismiss(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}

/** The other side: obeys one order after the other until the parent has no more. */
export async function obey(work: (what: string) => Promise<void>): Promise<void> {
  let last = Promise.resolve();
  process.on('message', (what) => {
    last = last.then(() => work(String(what))).then(() => void process.send?.('done'));
  });
  process.send?.('ready');
  await once(process, 'disconnect');
  await last;
}

import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/*
 * A full disk, for one process: the kernel's limit on the size of files (RLIMIT_FSIZE), set to nothing from outside
 * while the process runs. Whatever it then writes to a file fails; a Node process ignores the signal that comes with it.
 * SQLite sees a failed write (SQLITE_IOERR_WRITE) where a full disk would give SQLITE_FULL: the program treats all of
 * SQLite's errors alike. Any user may do so to processes of their own, a folder of limited size only root can make, and
 * nothing has to be built into the program for it.
 */

const PROGRAM = 'prlimit';
const run = promisify(execFile);

/** Whether this system has the program for it: util-linux, on Linux alone. */
export function canLimitFileSize(): boolean {
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** From now on none of the process's writes to files succeed. Resolves to the function that lets them succeed again. */
export async function forbidWrites(pid: number): Promise<() => Promise<void>> {
  const target = ['--pid', String(pid)];
  const { stdout } = await run(PROGRAM, [...target, '--fsize', '--output', 'SOFT', '--noheadings', '--raw']);
  // The soft limit alone: only root may raise a hard one.
  await run(PROGRAM, [...target, '--fsize=0:']);
  return async () => {
    await run(PROGRAM, [...target, `--fsize=${stdout.trim()}:`]);
  };
}

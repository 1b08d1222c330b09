import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  /** Where it stands, and the working folder of its processes. */
  readonly folder: string;
  /** Runs one command of the command line to its end, with these variables alone; `main`: another program than the bot. */
  run(args: readonly string[], variables: Readonly<Record<string, string>>, main?: string): Promise<Run>;
  remove(): void;
}

/**
 * The built program in a folder of its own, as an operator has it: real processes, real exit codes. `BUILT_PROGRAM` names
 * a build to copy.
 */
export function buildProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const root = resolve('.');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { BUILT_PROGRAM: built } = process.env;
  if (built) cpSync(built, join(folder, 'dist'), { recursive: true });
  else execFileSync(process.execPath, ['tools/build.mjs', join(folder, 'dist')]);
  cpSync('config/bot.yaml', join(folder, 'config/bot.yaml'));
  cpSync('package.json', join(folder, 'package.json'));
  return {
    folder,
    run: (args, variables, main = 'dist/src/main.js') => runProcess(folder, [main, ...args], variables),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function runProcess(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  const child = spawn(process.execPath, [...args], { cwd, env });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, ...texts }));
  });
}

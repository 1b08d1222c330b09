import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { buildProgram, type Program, type Run } from './build-program.ts';
import { type Office, startOffice } from './start-office.ts';

export interface Stand {
  readonly program: Program;
  /** A bot that runs, and its group. */
  readonly office: Office;
  /** An empty folder, another one for each test. */
  readonly elsewhere: string;
  /** Runs a command on the office's data. */
  here(command: string, ...args: readonly string[]): Promise<Run>;
  /** Runs a command on data that is not there yet, below `elsewhere`. */
  there(command: string, ...args: readonly string[]): Promise<Run>;
}

/** The built program beside a running bot, for all tests of the file that asks for it. */
export function standProgram(): Stand {
  const now: { program?: Program; office?: Office; elsewhere: string } = { elsewhere: '' };
  beforeAll(async () => {
    now.program = buildProgram();
    now.office = await startOffice();
  }, 60_000);
  afterAll(async () => {
    now.program?.remove();
    await now.office?.stop();
  });
  beforeEach(() => {
    now.elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  });
  afterEach(() => rmSync(now.elsewhere, { recursive: true, force: true }));
  const stand: Stand = {
    get program() {
      return standing(now.program);
    },
    get office() {
      return standing(now.office);
    },
    get elsewhere() {
      return now.elsewhere;
    },
    here: (command, ...args) => stand.program.run([command, ...args], { DATA_DIR: stand.office.folder }),
    there: (command, ...args) =>
      stand.program.run([command, ...args], { DATA_DIR: join(now.elsewhere, 'data') }),
  };
  return stand;
}

function standing<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('only within tests');
  return thing;
}

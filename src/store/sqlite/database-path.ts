import { accessSync, constants, existsSync, mkdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SetupError } from '../../kernel/errors.ts';

/**
 * The one path of a database, whichever links lead to it: the lock, the log and copies stand beside the file itself.
 * A file that is not there yet is named in its real folder. Throws for links that lead in a circle.
 */
export function resolveDatabase(file: string): string {
  const real = realPath(file);
  if (real !== undefined) return real;
  const target = linkTarget(file);
  if (target !== undefined) return resolveDatabase(resolve(dirname(file), target));
  const folder = dirname(file);
  return join(realPath(folder) ?? resolve(folder), basename(file));
}

/** As `resolveDatabase`, with the folder made. Throws SetupError where the program may not read and write. */
export function prepareDatabase(file: string): string {
  try {
    const real = resolveDatabase(file);
    makeWritable(dirname(real));
    if (existsSync(real)) accessSync(real, constants.R_OK | constants.W_OK);
    return real;
  } catch (cause) {
    throw refusal('DATABASE_URL (or DATA_DIR, where it lies by default)', file, cause);
  }
}

/** Makes the folder that a setting names. Throws SetupError where the program may not write. */
export function prepareFolder(folder: string, setting: string): void {
  try {
    makeWritable(folder);
  } catch (cause) {
    throw refusal(setting, folder, cause);
  }
}

function makeWritable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
}

function refusal(setting: string, path: string, cause: unknown): SetupError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SetupError([
    `${setting}: ${path} can’t be written to (${reason}). Let the user the bot runs as own that folder and what is in it, or name another one.`,
  ]);
}

/** Undefined for what is not there. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where a link leads whose target is not there yet. */
function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

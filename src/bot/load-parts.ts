import { fileURLToPath } from 'node:url';
import type { Command } from './define-command.ts';
import type { AnySchedule } from './define-schedule.ts';
import { loadModules } from './load-modules.ts';
import { createRegistry, type Registry } from './registry.ts';

/** Every command file of `src/commands`, in alphabetical order. Throws when two claim one name. */
export async function loadRegistry(): Promise<Registry> {
  return createRegistry(await loadModules(folder('commands'), 'command', isCommand));
}

/** Every job file of `src/schedules`. */
export function loadSchedules(): Promise<readonly AnySchedule[]> {
  return loadModules(folder('schedules'), 'schedule', isSchedule);
}

function folder(name: string): string {
  return fileURLToPath(new URL(`../${name}/`, import.meta.url));
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'name' in value && 'bind' in value;
}

function isSchedule(value: unknown): value is AnySchedule {
  return typeof value === 'object' && value !== null && 'name' in value && 'plan' in value;
}

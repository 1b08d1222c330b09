import { existsSync } from 'node:fs';
import { loadSettings } from '../../config/load.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import { SetupError } from '../kernel/errors.ts';

/** The settings a new group starts with. Throws SetupError; a template that is not there is told now, not at the month's end. */
export function readDefaults(file: string): GroupSettings {
  const defaults = loadSettings(file);
  if (existsSync(new URL(`../templates/${defaults.template}/`, import.meta.url))) return defaults;
  throw new SetupError([
    `${file} template: there is no template "${defaults.template}"; set it to work-report`,
  ]);
}

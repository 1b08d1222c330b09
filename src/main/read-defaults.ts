import { existsSync } from 'node:fs';
import { loadSettings } from '../../config/load.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import { SetupError } from '../kernel/errors.ts';

/** The settings a new group starts with, refused where this version could not live up to them. Throws SetupError. */
export function readDefaults(file: string): GroupSettings {
  const defaults = loadSettings(file);
  const problems = [
    // Without a command to approve, a configured level would keep every item out of the report without a word.
    ...(defaults.reviewLevels === 0
      ? []
      : [`${file} reviewLevels: this version has no review yet; set it to 0`]),
    ...(existsSync(new URL(`../templates/${defaults.template}/`, import.meta.url))
      ? []
      : [`${file} template: there is no template "${defaults.template}"; set it to work-report`]),
  ];
  if (problems.length > 0) throw new SetupError(problems);
  return defaults;
}

import { existsSync } from 'node:fs';
import { loadSettings } from '../../config/load.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import { PAPER_IDS } from '../domain/report/month-views.ts';
import { SetupError } from '../kernel/errors.ts';
import type { OwnTemplate } from '../report/template.ts';

/**
 * The settings a new group starts with. Throws SetupError; a template that is not there, or is none of a month, is told
 * now, not at the month's end.
 */
export function readDefaults(file: string, own: readonly OwnTemplate[]): GroupSettings {
  const defaults = loadSettings(file);
  const { template } = defaults;
  const isThere =
    own.some(({ id }) => id === template) ||
    existsSync(new URL(`../templates/${template}/`, import.meta.url));
  if (isThere && !PAPER_IDS.some((id) => id === template)) return defaults;
  throw new SetupError([`${file} template: there is no template "${template}"; set it to work-report`]);
}

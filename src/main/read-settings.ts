import { existsSync } from 'node:fs';
import { loadSettingsFile } from '../../config/load.ts';
import { PAPER_IDS } from '../domain/report/month-views.ts';
import { SetupError } from '../kernel/errors.ts';
import type { OwnTemplate } from '../report/template.ts';

/**
 * What the settings file says. Throws SetupError; a template for new groups that is not there, or is none of a month, is
 * told now, not at the month's end.
 */
export function readSettings(file: string, own: readonly OwnTemplate[]) {
  const settings = loadSettingsFile(file);
  const { template } = settings.defaults;
  const isThere =
    own.some(({ id }) => id === template) ||
    existsSync(new URL(`../templates/${template}/`, import.meta.url));
  if (isThere && !PAPER_IDS.some((id) => id === template)) return settings;
  throw new SetupError([`${file} template: there is no template "${template}"; set it to work-report`]);
}

import { type Environment, parseEnvironment, type Variables } from '../../../config/environment.ts';
import { loadCalendarChanges, loadOutlets, loadSettingsFile, loadThemes } from '../../../config/load.ts';
import { loadOwnTemplates } from '../../../config/own-templates.ts';
import { variables } from '../../../config/variables.ts';
import { MONTH_VIEW_IDS } from '../../domain/report/month-views.ts';
import type { Clock } from '../../kernel/clock.ts';
import { SetupError } from '../../kernel/errors.ts';
import { loadTemplates } from '../../report/load-templates.ts';
import { findProgram } from '../find-program.ts';
import { readSettings } from '../read-settings.ts';
import { type Check, fail, messageOf, pass } from './check.ts';
import { checkCalendar } from './check-machine.ts';

export interface SettingsFound {
  readonly checks: readonly Check[];
  /** Absent when a variable is missing or wrong. */
  readonly environment?: Environment;
}

/** The variables, every mistake in them on a line of its own. */
export function checkEnvironment(found: Variables): SettingsFound {
  try {
    const environment = parseEnvironment(found);
    const { appId, apiUrl, transport } = environment;
    return { environment, checks: [pass('settings', `${appId} at ${apiUrl}, ${transport.kind}`)] };
  } catch (error) {
    return { checks: problemsOf(error, 'settings', 'put it right in .env or the environment') };
  }
}

/** The settings file for new groups, and the themes and outlets beside it. */
export function checkConfigFile(found: Variables): readonly Check[] {
  const file = configFileOf(found);
  try {
    readSettings(file, loadOwnTemplates(file, MONTH_VIEW_IDS));
    loadThemes(file);
    loadOutlets(file);
    return [pass('bot.yaml', file)];
  } catch (error) {
    return problemsOf(error, 'bot.yaml', `put it right in ${file}`);
  }
}

/** Whether reports can be had as PDF here. Nobody needs them: no LibreOffice is no fault. */
export function checkPdf(found: Variables): readonly Check[] {
  try {
    if (loadSettingsFile(configFileOf(found)).pdf === 'off') return [pass('PDF', 'switched off in bot.yaml')];
    const program = findProgram('soffice', found.PATH ?? '');
    const missing =
      'not offered: LibreOffice (soffice) is not on the PATH; install it to have reports as PDF';
    return [pass('PDF', program === undefined ? missing : `made with ${program}`)];
  } catch {
    // The mistake stands in the line of the file already.
    return [];
  }
}

/** The operator's calendar beside it, and whether the years to come are known with that. */
export function checkCalendarFile(found: Variables, clock: Clock): readonly Check[] {
  try {
    return [checkCalendar(clock, loadCalendarChanges(configFileOf(found)))];
  } catch (error) {
    return problemsOf(error, 'calendar', 'put calendar.yaml right');
  }
}

function configFileOf(found: Variables): string {
  return variables.shape.BOT_CONFIG.parse(found.BOT_CONFIG?.trim() || undefined);
}

/** Every template, the operator's own included, compiles and takes its sample. */
export async function checkTemplates(found: Variables): Promise<readonly Check[]> {
  try {
    const templates = await loadTemplates(loadOwnTemplates(configFileOf(found), MONTH_VIEW_IDS));
    return [pass('templates', [...templates.keys()].join(', '))];
  } catch (error) {
    return problemsOf(error, 'templates', 'install this version again');
  }
}

/** A mistake names its own remedy after the semicolon; the given one is for errors of another kind. */
function problemsOf(error: unknown, what: string, remedy: string): readonly Check[] {
  if (!(error instanceof SetupError)) return [fail(what, messageOf(error), remedy)];
  return error.problems.map((problem) => {
    const [found, ...rest] = problem.split('; ');
    return fail(what, found ?? problem, rest.join('; ') || remedy);
  });
}

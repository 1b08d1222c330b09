import { type Environment, parseEnvironment, type Variables } from '../../../config/environment.ts';
import { variables } from '../../../config/variables.ts';
import { SetupError } from '../../kernel/errors.ts';
import { loadTemplates } from '../../report/load-templates.ts';
import { readDefaults } from '../read-defaults.ts';
import { type Check, fail, messageOf, pass } from './check.ts';

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

/** The settings file for new groups. */
export function checkConfigFile(found: Variables): readonly Check[] {
  const file = variables.shape.BOT_CONFIG.parse(found.BOT_CONFIG?.trim() || undefined);
  try {
    readDefaults(file);
    return [pass('bot.yaml', file)];
  } catch (error) {
    return problemsOf(error, 'bot.yaml', `put it right in ${file}`);
  }
}

/** Every template compiles and takes its sample. */
export async function checkTemplates(): Promise<readonly Check[]> {
  try {
    const templates = await loadTemplates();
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

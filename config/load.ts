import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../src/kernel/errors.ts';
import { calendarRules, changesOf } from './calendar-file.ts';
import { checkSettings } from './check-settings.ts';
import { outletRules } from './outlet-file.ts';
import { readYaml } from './read-yaml.ts';
import { type GroupDefaults, knownKeys, settingsFile } from './schema.ts';
import { themeRules, themesOf } from './theme-file.ts';

/**
 * Reads and checks the settings file: what a new group starts with (frozen), for how many days things are kept, and
 * whether reports are to be had as PDF where they can be. @throws SetupError as `parseSettings` does.
 */
export function loadSettingsFile(file: string) {
  return parseFile(file, readText(file));
}

/** What a new group starts with. @throws SetupError as `parseSettings` does. */
export function loadSettings(file: string): GroupDefaults {
  return loadSettingsFile(file).defaults;
}

/** Checks the text of a settings file; `file` only names it in messages. @throws SetupError as `readYaml` does. */
export function parseSettings(file: string, text: string): GroupDefaults {
  return parseFile(file, text).defaults;
}

function parseFile(file: string, text: string) {
  const parsed = readYaml(file, text, { schema: settingsFile, knownKeys, check: checkSettings });
  const { retention, pdf, ...defaults } = parsed;
  return { retention, pdf, defaults: Object.freeze(defaults) };
}

/**
 * Reads `calendar.yaml` beside the settings file: the days that are worked or off otherwise than the State Council's
 * plan has them, by `YYYY-MM-DD`. None without the file. @throws SetupError as `readYaml` does.
 */
export function loadCalendarChanges(settingsFile: string) {
  const file = join(dirname(settingsFile), 'calendar.yaml');
  if (!existsSync(file)) return {};
  return changesOf(readYaml(file, readText(file), calendarRules));
}

/**
 * Reads `theme-days.yaml` beside the settings file: days, weeks and months with a theme. None without the file.
 * @throws SetupError as `readYaml` does.
 */
export function loadThemes(settingsFile: string) {
  const file = join(dirname(settingsFile), 'theme-days.yaml');
  return existsSync(file) ? themesOf(readYaml(file, readText(file), themeRules)) : [];
}

/**
 * Reads `outlets.yaml` beside the settings file: the outlets that a new group's directory begins with. None without the
 * file. @throws SetupError as `readYaml` does.
 */
export function loadOutlets(settingsFile: string) {
  const file = join(dirname(settingsFile), 'outlets.yaml');
  return existsSync(file) ? readYaml(file, readText(file), outletRules).outlets : [];
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError([
      `${file}: cannot be read (${reason}); set BOT_CONFIG to a settings file such as config/bot.yaml`,
    ]);
  }
}

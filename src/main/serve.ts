import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { environmentVariables, parseEnvironment } from '../../config/environment.ts';
import { loadSettings } from '../../config/load.ts';
import type { GroupSettings } from '../domain/group/settings.ts';
import { createMovableClock, fromStamp, systemClock } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import { createLogger } from '../kernel/logger.ts';
import { createBot } from './create-bot.ts';

/** After a signal to stop, what has not finished by then is left to the next start: nothing acknowledged is lost. */
const GRACE_MS = 9_000;

/** Runs the bot until SIGTERM or SIGINT. Throws SetupError before anything is open. */
export async function serve(): Promise<void> {
  const environment = parseEnvironment(environmentVariables());
  const defaults = readDefaults(environment.configFile);
  const logger = createLogger(environment.logLevel);
  const clock = environment.now === undefined ? systemClock : createMovableClock(fromStamp(environment.now));
  const bot = await createBot({ environment, defaults, clock, logger });
  bot.server.listen(environment.port, environment.host);
  await once(bot.server, 'listening');
  const { port } = bot.server.address() as AddressInfo;
  logger.info({ host: environment.host, port, pid: process.pid }, 'listening');
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  logger.info('stopping');
  setTimeout(() => process.exit(0), GRACE_MS).unref();
  await bot.stop();
  logger.info('stopped');
  process.exit(0);
}

/** The settings a new group starts with, refused where this version could not live up to them. */
function readDefaults(file: string): GroupSettings {
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

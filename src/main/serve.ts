import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { environmentVariables, parseEnvironment } from '../../config/environment.ts';
import { createMovableClock, fromStamp, systemClock } from '../kernel/clock.ts';
import { createLogger } from '../kernel/logger.ts';
import { createBot } from './create-bot.ts';
import { readDefaults } from './read-defaults.ts';

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

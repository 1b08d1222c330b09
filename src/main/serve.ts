import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { environmentVariables, parseEnvironment } from '../../config/environment.ts';
import { loadCalendarChanges, loadOutlets, loadThemes } from '../../config/load.ts';
import { loadOwnTemplates } from '../../config/own-templates.ts';
import { NO_LIMITS } from '../bot/pacer.ts';
import { MONTH_VIEW_IDS } from '../domain/report/month-views.ts';
import { createMovableClock, fromStamp, systemClock } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import { createLogger } from '../kernel/logger.ts';
import { type Bot, createBot } from './create-bot.ts';
import { readSettings } from './read-settings.ts';

/**
 * After a signal to stop, what has not finished by then is given back, to another replica or the next start: nothing
 * acknowledged is lost. Both together stay below the 10 s that containers get.
 */
const GRACE_MS = 8_000;
const GIVE_BACK_MS = 1_000;

/**
 * Runs the bot until SIGTERM or SIGINT. Throws SetupError, with nothing left open; and at once what has broken the
 * database, for whatever watches over the process to start it again.
 */
export async function serve(): Promise<void> {
  const environment = parseEnvironment(environmentVariables());
  const settings = readFiles(environment.configFile);
  const logger = createLogger(environment.logLevel);
  const clock = environment.now === undefined ? systemClock : createMovableClock(fromStamp(environment.now));
  const pace = environment.pace === 'none' ? { limits: NO_LIMITS } : {};
  const bot = await createBot({ environment, ...settings, clock, logger, ...pace });
  await listen(bot, environment);
  const { port } = bot.server.address() as AddressInfo;
  logger.info({ host: environment.host, port, pid: process.pid }, 'listening');
  const broken = bot.store.broken.then((reason) => {
    throw new Error(`${reason.message}: the bot ends, since only a new start can tell what the disk holds`);
  });
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT'), broken]);
  logger.info('stopping');
  setTimeout(() => giveUp(bot), GRACE_MS).unref();
  await Promise.race([bot.stop(), broken]);
  logger.info('stopped');
  process.exit(0);
}

async function giveUp({ workers }: Bot): Promise<void> {
  setTimeout(() => process.exit(0), GIVE_BACK_MS);
  await workers.abandon();
  process.exit(0);
}

/** What the operator has written, in the settings file and beside it. */
function readFiles(file: string) {
  const ownTemplates = loadOwnTemplates(file, MONTH_VIEW_IDS);
  return {
    ...readSettings(file, ownTemplates),
    ownTemplates,
    calendarChanges: loadCalendarChanges(file),
    themes: loadThemes(file),
    outlets: loadOutlets(file),
  };
}

/** Throws SetupError, so that whatever watches over the process does not start it again in vain. */
async function listen(bot: Bot, { host, port }: { host: string; port: number }): Promise<void> {
  bot.server.listen(port, host);
  try {
    await once(bot.server, 'listening');
  } catch (cause) {
    await bot.stop();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError([
      `PORT ${port}, HOST ${host}: can’t listen there (${reason}). Stop what uses the port or choose another one; ports below 1024 need a right of their own, and HOST must be an address of this machine.`,
    ]);
  }
}

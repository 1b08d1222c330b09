import { existsSync } from 'node:fs';
import {
  type Environment,
  parseStorageEnvironment,
  type StorageEnvironment,
  type Variables,
} from '../../../config/environment.ts';
import { loadSettings } from '../../../config/load.ts';
import { type Clock, createMovableClock, fromStamp } from '../../kernel/clock.ts';
import { SetupError } from '../../kernel/errors.ts';
import { silentLogger } from '../../kernel/logger.ts';
import { createLarkPlatform } from '../../lark/create-platform.ts';
import { isPostgres } from '../../store/open-database.ts';
import { isLocked } from '../../store/sqlite/hold-lock.ts';
import type { Check } from './check.ts';
import { checkAddress } from './check-address.ts';
import { checkDatabase, checkServer } from './check-database.ts';
import { checkGroups } from './check-groups.ts';
import { checkDisk } from './check-machine.ts';
import { checkIdentity, checkReach, checkUpload } from './check-platform.ts';
import {
  checkCalendarFile,
  checkConfigFile,
  checkEnvironment,
  checkPdf,
  checkTemplates,
} from './check-settings.ts';

/** Looks at everything the bot needs, in the order in which to put it right; what cannot be looked at is left out. */
export async function runChecks(variables: Variables, clock: Clock): Promise<readonly Check[]> {
  const settings = checkEnvironment(variables);
  const { environment } = settings;
  const now = environment?.now === undefined ? clock : createMovableClock(fromStamp(environment.now));
  const checks = [
    ...settings.checks,
    ...checkConfigFile(variables),
    ...(await checkTemplates(variables)),
    ...checkPdf(variables),
    ...checkCalendarFile(variables, now),
  ];
  const storage = storageOf(variables);
  if (storage === undefined) return checks;
  const { check: database, running } = await lookAtDatabase(storage.databaseUrl);
  checks.push(database, ...(isPostgres(storage.databaseUrl) ? [] : [await checkDisk(storage.dataDir)]));
  if (environment === undefined) return checks;
  return [
    ...checks,
    ...(await checkRemote(environment, now, database)),
    ...(await checkAddress(environment, running)),
  ];
}

async function lookAtDatabase(url: string): Promise<{ readonly check: Check; readonly running: boolean }> {
  if (isPostgres(url)) return checkServer(url);
  const running = isLocked(url);
  return { check: checkDatabase(url, running), running };
}

/** What goes over the network: each step only when the one before it held. */
async function checkRemote(
  environment: Environment,
  clock: Clock,
  database: Check,
): Promise<readonly Check[]> {
  const { apiUrl, appId, appSecret, locale, databaseUrl } = environment;
  const reach = await checkReach({ apiUrl, locale, clock, testClock: environment.now !== undefined });
  if (reach.some(({ level }) => level === 'FAIL')) return reach;
  const platform = createLarkPlatform({
    appId,
    appSecret,
    domain: apiUrl,
    locale,
    logger: silentLogger,
    timeoutMs: 5_000,
    retryDelaysMs: [],
  });
  const identity = await checkIdentity(platform, locale);
  if (identity.level === 'FAIL') return [...reach, identity];
  const upload = await checkUpload(platform, locale);
  const known = database.level === 'ok' && (isPostgres(databaseUrl) || existsSync(databaseUrl));
  const onlineByDefault = wantsOnline(environment.configFile);
  const groups = known ? await checkGroups({ databaseUrl, platform, locale, clock, onlineByDefault }) : [];
  return [...reach, identity, upload, ...groups];
}

/** False when the file is wrong, which has been told by then. */
function wantsOnline(configFile: string): boolean {
  try {
    return loadSettings(configFile).onlineDocument;
  } catch (error) {
    if (error instanceof SetupError) return false;
    throw error;
  }
}

/** Undefined when a variable is wrong, which has been told by then. */
function storageOf(variables: Variables): StorageEnvironment | undefined {
  try {
    return parseStorageEnvironment(variables);
  } catch (error) {
    if (error instanceof SetupError) return undefined;
    throw error;
  }
}

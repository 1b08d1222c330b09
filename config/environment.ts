import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { SetupError } from '../src/kernel/errors.ts';
import { nearestName } from './nearest-name.ts';
import { REMEDIES, SECRETS, urlOf, type VariableName, variableNames, variables } from './variables.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** Everything the program takes from the environment, checked. Paths are as written, relative to the working folder. */
export type Environment = ReturnType<typeof parseEnvironment>;

/** What the commands that only touch stored data (backup, restore) need. */
export type StorageEnvironment = ReturnType<typeof parseStorageEnvironment>;

/**
 * Checks the variables given and returns them under names of their own.
 * @throws SetupError with every mistake at once, each by name and remedy, no secret repeated.
 */
export function parseEnvironment(found: Variables) {
  const given = withoutBlanks(found);
  const parsed = variables.safeParse(given);
  const problems = [...valueProblems(given, parsed.error), ...crossProblems(given)];
  if (!parsed.success || problems.length > 0) throw new SetupError(problems);
  const values = parsed.data;
  return Object.freeze({
    appId: values.LARK_APP_ID,
    appSecret: values.LARK_APP_SECRET,
    /** Base address of the platform's API, without a closing slash. */
    apiUrl: values.LARK_DOMAIN,
    tenantKey: values.LARK_TENANT_KEY,
    transport: transportOf(values),
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    /** How many proxies in front are believed when they say who asked. */
    trustedProxies: values.TRUST_PROXY,
    databaseUrl: databaseUrl(values),
    dataDir: values.DATA_DIR,
    configFile: values.BOT_CONFIG,
    /** The machine's PATH: where other programs are looked for. */
    programPath: given.PATH ?? '',
    logLevel: values.LOG_LEVEL,
    locale: values.LOCALE,
    metricsToken: values.METRICS_TOKEN,
    /** ISO-8601 with offset: what "now" is at start, on a test clock. */
    now: values.BOT_NOW,
    /** `none`: sends as fast as it can, for a platform without limits. */
    pace: values.BOT_PACE,
  });
}

/** As `parseEnvironment`, but asks only for what stored data needs, so that a backup works without an app's secrets. */
export function parseStorageEnvironment(found: Variables) {
  const given = withoutBlanks(found);
  const parsed = variables
    .pick({ DATABASE_URL: true, DATA_DIR: true, LOG_LEVEL: true, LOCALE: true })
    .safeParse(given);
  if (!parsed.success) throw new SetupError(valueProblems(given, parsed.error));
  const values = parsed.data;
  return Object.freeze({
    databaseUrl: databaseUrl(values),
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    locale: values.LOCALE,
  });
}

/** The process's variables over those of the folder's `.env`, if there is one. The only reader of `process.env`. */
export function environmentVariables(folder = '.'): Variables {
  const file = join(folder, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

function withoutBlanks(found: Variables): Record<string, string> {
  const trimmed = Object.entries(found).map(([name, value]) => [name, value?.trim() ?? '']);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

function valueProblems(given: Record<string, string>, error: z.ZodError | undefined): string[] {
  const wrong = new Set(error?.issues.map((issue) => issue.path[0]));
  return variableNames.filter((name) => wrong.has(name)).map((name) => describe(name, given));
}

function describe(name: VariableName, given: Record<string, string>): string {
  const value = given[name];
  if (value === undefined) return `${name}: not set${misspelling(name, given)}; ${REMEDIES[name]}`;
  const found = mayBeSecret(name, value) ? `a value of ${value.length} characters` : JSON.stringify(value);
  return `${name}: found ${found}; ${REMEDIES[name]}`;
}

/** An App ID of another form may be the App Secret, put in the wrong place. */
function mayBeSecret(name: VariableName, value: string): boolean {
  return SECRETS.has(name) || (name === 'LARK_APP_ID' && !value.startsWith('cli_'));
}

function misspelling(name: VariableName, given: Record<string, string>): string {
  const unknown = Object.keys(given).filter((key) => !variableNames.some((known) => known === key));
  const near = nearestName(name, unknown);
  return near === undefined ? '' : ` (${near} is: is its name misspelt?)`;
}

/** Rules between two variables; told together with the mistakes in single ones. */
function crossProblems(given: Record<string, string>): string[] {
  const problems: string[] = [];
  if ((given.LARK_TRANSPORT ?? 'webhook') === 'webhook') {
    for (const name of ['LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN'] as const) {
      if (given[name] === undefined) problems.push(`${describe(name, given)} (webhook mode needs it)`);
    }
  }
  if (isLoopback(given.LARK_DOMAIN ?? 'feishu')) return problems;
  const remedy = 'remove it, or set LARK_DOMAIN to a loopback address such as http://127.0.0.1:4000';
  if (given.BOT_NOW !== undefined) {
    problems.push(`BOT_NOW: a test clock is only for a sandbox; ${remedy}`);
  }
  if (given.BOT_PACE === 'none') {
    problems.push(`BOT_PACE: sending without a pace is only for a sandbox; ${remedy}`);
  }
  return problems;
}

/** In webhook mode both keys are there: `crossProblems` has seen to it. */
function transportOf(values: z.infer<typeof variables>) {
  const { LARK_ENCRYPT_KEY: encryptKey, LARK_VERIFICATION_TOKEN: verificationToken } = values;
  if (values.LARK_TRANSPORT === 'websocket') return { kind: 'websocket' } as const;
  return {
    kind: 'webhook',
    encryptKey: encryptKey ?? '',
    verificationToken: verificationToken ?? '',
  } as const;
}

/** The path of an SQLite file, or the address of a PostgreSQL database. */
function databaseUrl(values: { DATABASE_URL?: string | undefined; DATA_DIR: string }): string {
  return values.DATABASE_URL?.replace(/^file:(\/\/(?=\/))?/, '') ?? join(values.DATA_DIR, 'bot.db');
}

function isLoopback(domain: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(urlOf(domain)?.hostname ?? '');
}

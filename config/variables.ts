import { isIP } from 'node:net';
import { z } from 'zod';

const DOMAINS: ReadonlyMap<string, string> = new Map([
  ['feishu', 'https://open.feishu.cn'],
  ['lark', 'https://open.larksuite.com'],
]);

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const host = z.string().refine((value) => isIP(value) > 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value));

/** An http(s) address without credentials, query or closing slash. */
const address = z
  .string()
  .refine(isPlainAddress)
  .transform((value) => value.replace(/\/+$/, ''));

/** Every variable the program knows, in the order problems are told. */
export const variables = z.object({
  LARK_APP_ID: z.string().regex(/^cli_[0-9a-f]{16}$/),
  LARK_APP_SECRET: z.string().regex(/^\S+$/),
  LARK_ENCRYPT_KEY: z.string().regex(/^\S+$/).optional(),
  LARK_VERIFICATION_TOKEN: z.string().regex(/^\S+$/).optional(),
  LARK_TENANT_KEY: z
    .string()
    .regex(/^\w{1,64}$/)
    .optional(),
  LARK_DOMAIN: z
    .string()
    .default('feishu')
    .transform((value) => DOMAINS.get(value) ?? value)
    .pipe(address),
  LARK_TRANSPORT: z.enum(['webhook', 'websocket']).default('webhook'),
  HOST: host.default('0.0.0.0'),
  PORT: port.default(3000),
  PUBLIC_URL: address.optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-5]$/)
    .default('0')
    .transform(Number),
  DATABASE_URL: z.string().refine(isDatabase).optional(),
  DATA_DIR: z.string().default('./data'),
  BOT_CONFIG: z.string().default('config/bot.yaml'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOCALE: z.enum(['zh-CN', 'en']).default('zh-CN'),
  METRICS_TOKEN: z.string().min(16).optional(),
  BOT_NOW: z.iso.datetime({ offset: true }).optional(),
  BOT_PACE: z.enum(['platform', 'none']).default('platform'),
});

export type VariableName = keyof typeof variables.shape;
export const variableNames = variables.keyof().options;

/** What to do about a value that is missing or not understood. */
export const REMEDIES: Readonly<Record<VariableName, string>> = {
  LARK_APP_ID: 'copy the App ID from the developer console: cli_ and 16 hexadecimal digits',
  LARK_APP_SECRET: 'copy the App Secret from the developer console, without spaces',
  LARK_ENCRYPT_KEY: 'set an Encrypt Key under Events and Callbacks in the developer console and copy it here',
  LARK_VERIFICATION_TOKEN: 'copy the Verification Token from Events and Callbacks in the developer console',
  LARK_TENANT_KEY: 'write the tenant_key of your organisation, or leave it out: the first event tells it',
  LARK_DOMAIN: 'write feishu, lark, or an address such as https://open.example.com',
  LARK_TRANSPORT: 'write webhook or websocket',
  HOST: 'write an IP address or a host name to listen on, for example 0.0.0.0',
  PORT: 'write a port number from 0 to 65535, for example 3000',
  PUBLIC_URL: 'write the address people reach the bot at, for example https://bot.example.com',
  TRUST_PROXY: 'write how many proxies of your own stand in front, from 0 to 5',
  DATABASE_URL:
    'write file: and a path, for example file:./data/bot.db, or postgres://user:password@host:5432/database',
  DATA_DIR: 'write a folder, for example ./data',
  BOT_CONFIG: 'write the path of a settings file, for example config/bot.yaml',
  LOG_LEVEL: 'write trace, debug, info, warn, error, fatal or silent',
  LOCALE: 'write zh-CN or en',
  METRICS_TOKEN: 'write at least 16 characters, or leave it out to allow loopback only',
  BOT_NOW: 'write a time with its offset, for example 2026-11-20T09:00:00+08:00',
  BOT_PACE: 'write platform or none',
};

/** Values that may hold a secret: never repeated, only measured. */
export const SECRETS: ReadonlySet<string> = new Set<VariableName>([
  'LARK_APP_SECRET',
  'LARK_ENCRYPT_KEY',
  'LARK_VERIFICATION_TOKEN',
  'METRICS_TOKEN',
  'DATABASE_URL',
  'LARK_DOMAIN',
  'PUBLIC_URL',
]);

/** A file, or a PostgreSQL database by its name; signs such as / and # in a password are written as %2F and %23. */
function isDatabase(value: string): boolean {
  if (/^file:.+/.test(value)) return true;
  const url = urlOf(value);
  return /^postgres(ql)?:$/.test(url?.protocol ?? '') && /^\/[^/]+$/.test(url?.pathname ?? '');
}

/** The address when the text is one. */
export function urlOf(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function isPlainAddress(value: string): boolean {
  const url = urlOf(value);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

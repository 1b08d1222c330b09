import { RemoteError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/text/texts.ts';
import { messageOf } from './check.ts';

/** Pages of the developer console, by the names they bear there. */
const PAGES: Readonly<Record<Locale, Readonly<Record<Page, string>>>> = {
  'zh-CN': {
    credentials: '开发者后台 → 凭证与基础信息',
    rights: '开发者后台 → 权限管理 → 开通权限',
    ability: '开发者后台 → 添加应用能力 → 机器人',
    release: '开发者后台 → 版本管理与发布',
    safety: '开发者后台 → 安全设置 → IP 白名单',
  },
  en: {
    credentials: 'Developer Console > Credentials & Basic Info',
    rights: 'Developer Console > Permissions & Scopes > Add permission scopes',
    ability: 'Developer Console > Add Features > Bot',
    release: 'Developer Console > Version Management & Release',
    safety: 'Developer Console > Security Settings > IP Whitelist',
  },
};
type Page = 'credentials' | 'rights' | 'ability' | 'release' | 'safety';

type Explain = (pages: Readonly<Record<Page, string>>, error: RemoteError) => string;

const APP_MISTAKEN: Explain = ({ credentials }) =>
  `copy App ID and App Secret from ${credentials} into LARK_APP_ID and LARK_APP_SECRET; LARK_DOMAIN must be the platform the app was made on`;
const RIGHT_MISSING: Explain = ({ rights, release }, error) =>
  `add ${scopesIn(error.message)} under ${rights}, then publish a version under ${release}`;
const BOT_MISSING: Explain = ({ ability, release }) =>
  `add the bot under ${ability}, then publish a version under ${release}`;
const NOT_RELEASED: Explain = ({ release }) =>
  `publish a version under ${release} and have an administrator of the organisation enable the app`;
const NOT_IN_CHAT: Explain = () => 'add the bot to the group again, or leave it: nothing is sent there';
const NO_ANSWER: Explain = () =>
  'check LARK_DOMAIN, the name server, the firewall and (HTTPS_PROXY) the proxy of this machine, then try again';

/** What to do about the platform's codes. Sources: its list of general errors, and the error lists of the IM calls. */
const BY_CODE: ReadonlyMap<string, Explain> = new Map([
  ...codes(APP_MISTAKEN, '10003', '10005', '10014', '10015'),
  ...codes(RIGHT_MISSING, '99991672', '99991679', '230027'),
  ...codes(BOT_MISSING, '11205', '230006', '232025'),
  ...codes(NOT_RELEASED, '99991662', '99991673'),
  ...codes(({ safety }) => `add this machine's public address under ${safety}`, '99991401'),
  ...codes(NOT_IN_CHAT, '230002', '10002', '232006', '232009', '232011'),
  ...codes(NO_ANSWER, 'network', 'timeout'),
]);

export interface Explained {
  readonly found: string;
  readonly remedy: string;
}

/** What a call to the platform failed of, and what to do about it, naming the console's pages in the given language. */
export function explainRefusal(error: unknown, locale: Locale): Explained {
  if (!(error instanceof RemoteError)) return { found: messageOf(error), remedy: 'see the message' };
  const explain = BY_CODE.get(error.code);
  const remedy =
    explain?.(PAGES[locale], error) ?? 'try again; if it stays, look the code up in the platform’s documents';
  return { found: error.message, remedy };
}

/** A right to a group's messages is not given, of one kind or another. */
export function isRightMissing(error: unknown): boolean {
  return error instanceof RemoteError && BY_CODE.get(error.code) === RIGHT_MISSING;
}

export function isNotInChat(error: unknown): boolean {
  return error instanceof RemoteError && BY_CODE.get(error.code) === NOT_IN_CHAT;
}

function codes(explain: Explain, ...names: readonly string[]): (readonly [string, Explain])[] {
  return names.map((name) => [name, explain] as const);
}

/** The platform's message lists the rights of which one is enough: `… is required: [im:resource, im:resource:upload]`. */
function scopesIn(message: string): string {
  const scopes = message.match(/\b[a-z_]+(?::[\w.]+)+/g) ?? [];
  return scopes.length === 0 ? 'the missing right' : [...new Set(scopes)].join(' or ');
}

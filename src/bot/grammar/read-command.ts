import type { Mention } from '../../domain/message/inbound.ts';

/** The words by which a command can be called, in the order of the registry. */
export interface CommandNames {
  /** The command's own name for an exact word, or undefined. */
  find(word: string): string | undefined;
  /** The longest Chinese name that `word` begins with (`报送标题` without a space), or undefined. Names that ordinary sentences begin with are left out. */
  findPrefix(word: string): { name: string; length: number } | undefined;
}

export type ReadCommand =
  | { readonly kind: 'command'; readonly name: string; readonly argsText: string }
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'talk' };

/** A Chinese keyboard gives `／` or `、` where the slash is. */
const SLASH = /^[/／、]\s*/;
const WORD = /^[\p{L}\p{N}_-]+/u;

/**
 * Finds the command in a message. With `addressed` (private chat, or after @bot) the slash may be left out; the name must
 * then stand apart, for `报送截止…` is a question. `、` also begins ordinary sentences, so after it only a known name counts.
 */
export function readCommand(text: string, names: CommandNames, addressed: boolean): ReadCommand {
  const start = text.trimStart();
  const slash = SLASH.exec(start)?.[0] ?? '';
  if (slash === '' && !addressed) return { kind: 'talk' };
  const afterSlash = start.slice(slash.length);
  const word = WORD.exec(afterSlash)?.[0] ?? '';
  if (word === '') return { kind: 'talk' };
  const found = slash === '' ? findExact(word, names) : (findExact(word, names) ?? names.findPrefix(word));
  if (found) {
    return { kind: 'command', name: found.name, argsText: afterName(afterSlash.slice(found.length)) };
  }
  const isPath = afterSlash.charAt(word.length) === '/';
  return slash === '' || slash.startsWith('、') || isPath ? { kind: 'talk' } : { kind: 'unknown', word };
}

function findExact(word: string, names: CommandNames): { name: string; length: number } | undefined {
  const name = names.find(word);
  return name === undefined ? undefined : { name, length: word.length };
}

/** People write `/报送：标题`: a colon right after the name belongs to the name. */
function afterName(rest: string): string {
  return rest.replace(/^\s*[:：]/, '').replace(/^[^\S\n]+/, '');
}

/** Takes the bot's own mention off the front (where it calls the bot) and elsewhere; other mentions stay. */
export function dropBotMention(
  text: string,
  mentions: readonly Mention[],
  botId: string | undefined,
): { text: string; addressed: boolean } {
  const own = mentions.filter((mention) => isOwnMention(mention, botId));
  const rest = own.reduce((left, mention) => left.replaceAll(mentionPattern(mention.key), ' '), text);
  return { text: own.length > 0 ? rest.trimStart() : text, addressed: own.length > 0 };
}

/** Before the bot has learned its own id (first minutes of a first start) any mentioned bot counts as this one. */
function isOwnMention(mention: Mention, botId: string | undefined): boolean {
  return botId === undefined ? mention.isBot : mention.personId === botId;
}

/** `@_user_1` must not match inside `@_user_12`. */
export function mentionPattern(key: string): RegExp {
  return new RegExp(`${key.replace(/[^\w@]/g, '\\$&')}(?!\\d)`, 'g');
}

import type { Mention } from '../../domain/message/inbound.ts';
import { mentionPattern } from './read-command.ts';

/** How the text after a command's name becomes named arguments. */
export interface ArgumentShape {
  /** First word = an action; each with the other words that mean it. */
  readonly actions?: Readonly<Record<string, readonly string[]>>;
  readonly defaultAction?: string;
  /** Names of the next words, in order. */
  readonly positional?: readonly string[];
  /** Name under which all further words come as a list. */
  readonly list?: string;
  /** Name under which all further text comes as it was written, line breaks included. */
  readonly rest?: string;
  /** Name under which mentioned people come as a list; their mentions then are no words. */
  readonly people?: string;
}

export interface MentionedPerson {
  readonly id: string;
  readonly name: string;
}

export type RawArguments = Readonly<Record<string, unknown>>;

/** One word, or several in quotes of any kind. Bounded, or each of many open quotes would search the text to its end. */
const TOKEN = /“([^”]{0,100})”|"([^"]{0,100})"|(\S+)/y;

/** Splits by the shape. Knows nothing of meaning: the command's schema decides what is right. */
export function readArguments(
  shape: ArgumentShape,
  text: string,
  mentions: readonly Mention[],
): RawArguments {
  const result: Record<string, unknown> = {};
  let rest = text;
  if (shape.people !== undefined) {
    const taken = takePeople(rest, mentions);
    result[shape.people] = taken.people;
    rest = taken.rest;
  }
  rest = showMentions(rest, mentions);
  if (shape.actions !== undefined) {
    const taken = takeAction(shape, shape.actions, rest);
    result.action = taken.action;
    rest = taken.rest;
  }
  for (const name of shape.positional ?? []) {
    const token = takeToken(rest);
    if (token === undefined) break;
    result[name] = token.value;
    rest = token.rest;
  }
  if (shape.rest !== undefined) return { ...result, ...(rest.trim() ? { [shape.rest]: rest } : {}) };
  const words = takeAll(rest);
  if (shape.list !== undefined) return { ...result, [shape.list]: words };
  return words.length > 0 ? { ...result, extra: words.join(' ') } : result;
}

function takePeople(text: string, mentions: readonly Mention[]) {
  const named = mentions.filter((mention) => !mention.isBot && mentionPattern(mention.key).test(text));
  const rest = named.reduce((left, mention) => left.replaceAll(mentionPattern(mention.key), ' '), text);
  const people = named.map(({ personId, name }): MentionedPerson => ({ id: personId, name }));
  return { people: people.filter((p, i) => people.findIndex((q) => q.id === p.id) === i), rest };
}

/** A mention that is no argument is text: the item it stands in is read where the placeholder means nothing. */
function showMentions(text: string, mentions: readonly Mention[]): string {
  const names = new Map(mentions.map((mention) => [mention.key, mention.name]));
  return text.replace(/@_user_\d+/g, (key) => (names.has(key) ? `@${names.get(key)}` : key));
}

function takeAction(shape: ArgumentShape, actions: NonNullable<ArgumentShape['actions']>, text: string) {
  const token = takeToken(text);
  if (token === undefined) return { action: shape.defaultAction, rest: text };
  const word = token.value.normalize('NFKC').toLowerCase();
  const found = Object.entries(actions).find(([name, aliases]) => name === word || aliases.includes(word));
  if (found) return { action: found[0], rest: token.rest };
  return { action: shape.defaultAction ?? token.value, rest: shape.defaultAction ? text : token.rest };
}

function takeToken(text: string): { value: string; rest: string } | undefined {
  const start = text.length - text.trimStart().length;
  TOKEN.lastIndex = start;
  const match = TOKEN.exec(text);
  if (match === null) return undefined;
  return { value: match[1] ?? match[2] ?? match[3] ?? '', rest: text.slice(TOKEN.lastIndex) };
}

function takeAll(text: string): string[] {
  const words: string[] = [];
  for (let token = takeToken(text); token !== undefined; token = takeToken(token.rest))
    words.push(token.value);
  return words.flatMap((word) => word.split(/[、，,]/)).filter((word) => word !== '');
}

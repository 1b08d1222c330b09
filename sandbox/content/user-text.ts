import type { MessageDraft } from '../world/messages.ts';
import { nameOf } from '../world/people.ts';
import type { Chat, StoredMention, World } from '../world/world.ts';

const EVERYONE = '所有人';

export type MentionText = Pick<MessageDraft, 'text' | 'mentions' | 'mentionList'> & {
  /** The text as it is stored: every mention a placeholder such as `@_user_1`. */
  readonly stored: string;
};

/**
 * What the client makes of typed text: `@name` of a member, and `@bot`, become mentions with a placeholder each;
 * `@所有人` becomes the literal `@_all`, which the platform does not list among the mentions.
 */
export function readMentions(world: World, chat: Chat, typed: string, firstNumber = 1): MentionText {
  const people = mentionable(world, chat);
  const pattern = new RegExp(`@(${[...people.keys(), EVERYONE].map(escapeRegExp).join('|')})`, 'g');
  const mentionList: StoredMention[] = [];
  const mentions: string[] = [];
  const stored = typed.replace(pattern, (_match, name: string) => {
    const id = people.get(name);
    mentions.push(id ?? 'all');
    if (id === undefined) return '@_all';
    const key = `@_user_${firstNumber + mentionList.length}`;
    mentionList.push({ key, id, name: nameOf(world, id), isBot: id === world.app.botOpenId });
    return key;
  });
  return { stored, text: showMentions(stored, mentionList), mentions, mentionList };
}

/** Placeholders back to names, for people's eyes. */
export function showMentions(stored: string, mentionList: readonly StoredMention[]): string {
  const names = new Map(mentionList.map(({ key, name }) => [key, `@${name}`]));
  return stored.replace(/@_user_\d+|@_all/g, (key) =>
    key === '@_all' ? `@${EVERYONE}` : (names.get(key) ?? key),
  );
}

/** Names that can be typed after an @ in this chat, longest first so that 张三丰 is not read as 张三. */
function mentionable(world: World, chat: Chat): Map<string, string> {
  const named = [...chat.members].map((id): [string, string] => [nameOf(world, id), id]);
  const bot: [string, string][] = chat.botIn
    ? [
        ['bot', world.app.botOpenId],
        [world.app.botName, world.app.botOpenId],
      ]
    : [];
  return new Map([...named, ...bot].sort(([a], [b]) => b.length - a.length));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

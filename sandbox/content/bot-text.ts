import type { MessageDraft } from '../world/messages.ts';
import { nameOf } from '../world/people.ts';
import type { StoredMention, World } from '../world/world.ts';
import { showMentions } from './user-text.ts';

/** Any quotes and any of the id attributes count, so that text which might mention somebody is seen to do so. */
const AT_TAG = /<at\s+(?:user_id|open_id|id)\s*=\s*["']?([^"'\s>]*)["']?\s*>(?:([^<]*)<\/at>)?/gi;

/**
 * A bot's text message: `<at user_id="ou_x">name</at>` is parsed and notifies, `all` everyone. An id nobody has stays
 * as the name in plain text. Whatever else stands in the text is kept.
 */
export function readBotText(world: World, text: string, firstNumber = 1): MessageDraft {
  const mentionList: StoredMention[] = [];
  const mentions: string[] = [];
  const stored = text.replace(AT_TAG, (_tag, id: string, shown: string | undefined) => {
    if (id === 'all') {
      mentions.push('all');
      return '@_all';
    }
    if (!world.people.has(id)) return shown ?? '';
    mentions.push(id);
    const key = `@_user_${firstNumber + mentionList.length}`;
    mentionList.push({ key, id, name: nameOf(world, id), isBot: false });
    return key;
  });
  return {
    type: 'text',
    content: { text: stored },
    text: showMentions(stored, mentionList),
    mentions,
    mentionList,
  };
}

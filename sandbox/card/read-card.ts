import { isRecord } from '../is-record.ts';
import type { MessageDraft } from '../world/messages.ts';
import { nameOf } from '../world/people.ts';
import type { Chat, World } from '../world/world.ts';
import { checkCard } from './check-card.ts';
import { mentionsIn } from './mentions-in.ts';
import { showCard } from './show-card.ts';

/** A card a bot sends or answers with: checked as the platform does, then ready to be stored. */
export function readCard(world: World, chat: Chat, card: unknown): MessageDraft {
  checkCard(card, {
    isPerson: (id) => world.people.has(id) || id === world.app.botOpenId,
    atAllAllowed: chat.atAllAllowed,
    isImage: (key) => world.files.get(key)?.kind === 'image',
  });
  return {
    type: 'interactive',
    content: card,
    text: showCard(card, (id) => nameOf(world, id)).join('\n'),
    mentions: isRecord(card) ? mentionsIn(card) : [],
    mentionList: [],
  };
}

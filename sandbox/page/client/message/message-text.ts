import type { MessageView } from '../../view.ts';
import { el } from '../el.ts';
import type { State } from '../state.ts';
import { words } from '../words.ts';

/** Stored text with its placeholders as mentions; what the reader is called by stands out. */
export function drawStoredText(stored: string, message: MessageView, state: State): Node[] {
  return stored.split(/(@_user_\d+|@_all)/).map((piece) => drawPiece(piece, message, state));
}

function drawPiece(piece: string, message: MessageView, state: State): Node {
  if (piece === '@_all') return el('span', { class: 'mention mention-me' }, `@${words().everyone}`);
  const found = message.mentionList.find(({ key }) => key === piece);
  if (found === undefined) return document.createTextNode(piece);
  const mine = message.mentions.includes(state.me) && found.name === nameOfMe(state);
  return el('span', { class: mine ? 'mention mention-me' : 'mention' }, `@${found.name}`);
}

function nameOfMe({ snapshot, me }: State): string {
  return snapshot.people.find(({ id }) => id === me)?.name ?? '';
}

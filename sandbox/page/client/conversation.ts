import { el } from './el.ts';
import { dayText } from './format-time.ts';
import { drawMessage } from './message/draw-message.ts';
import { sendAct } from './send-act.ts';
import { chatAt, messagesAt, PRIVATE, type State, unreadAt, watchState } from './state.ts';
import { words } from './words.ts';

/** Pixels from the bottom within which a reader still follows along. */
const NEAR_BOTTOM = 160;

/**
 * The messages of the chat one is in. A message is drawn once for each revision, so that what is being typed into one
 * card outlives whatever happens around it.
 */
export function createConversation(): HTMLElement {
  const list = el('ol');
  const scroller = el('div', { class: 'messages', role: 'log', tabindex: 0 }, list);
  const drawn = new Map<string, HTMLElement>();
  let shownFor = '';
  watchState((state) => {
    const viewer = `${state.me} ${state.place} ${state.lang}`;
    const follows = viewer !== shownFor || isNearBottom(scroller);
    if (viewer !== shownFor) drawn.clear();
    shownFor = viewer;
    const wanted = rows(state, drawn);
    if (!isSame(list, wanted)) list.replaceChildren(...wanted);
    for (const row of wanted) row.classList.toggle('picked', isPicked(state, row));
    scroller.setAttribute('aria-label', words().message);
    if (follows) scroller.scrollTop = scroller.scrollHeight;
    markSeen(state);
  });
  return scroller;
}

function rows(state: State, drawn: Map<string, HTMLElement>): HTMLElement[] {
  let day = '';
  const messages = messagesAt(state, state.place);
  if (messages.length === 0) return [el('li', { class: 'empty' }, emptyText(state))];
  return messages.flatMap((message) => {
    const key = `${message.id} ${message.revision}`;
    const row = drawn.get(key) ?? drawMessage(message, state);
    drawn.set(key, row);
    const date = dayText(message.atMs, state.lang);
    if (date === day) return [row];
    day = date;
    const divider = drawn.get(date) ?? el('li', { class: 'day' }, date);
    drawn.set(date, divider);
    return [divider, row];
  });
}

function emptyText({ place }: State): string {
  return place === PRIVATE ? words().startPrivate : words().noMessages;
}

/** Only what differs is put into the page, else a reader would lose selection and focus. */
function isSame(list: HTMLElement, wanted: readonly HTMLElement[]): boolean {
  return list.children.length === wanted.length && wanted.every((row, index) => list.children[index] === row);
}

function isPicked({ picked }: State, row: HTMLElement): boolean {
  return picked?.includes(row.dataset.id ?? '') === true;
}

function isNearBottom({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
}

/** Whoever looks at a chat has read it. */
function markSeen(state: State): void {
  const chat = chatAt(state, state.place, state.me);
  if (chat === undefined || state.pane !== 'talk' || state.snapshot.busy?.what === 'playing') return;
  if (unreadAt(state, state.place) > 0) void sendAct({ act: 'seen', as: state.me, chat: chat.id });
}

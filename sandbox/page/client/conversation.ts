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
  const bottom = keepAtBottom(scroller, list);
  const drawn = new Map<string, HTMLElement>();
  let shownFor = '';
  watchState((state) => {
    const viewer = `${state.me} ${state.place} ${state.lang}`;
    if (viewer !== shownFor) {
      drawn.clear();
      bottom.follow();
    }
    shownFor = viewer;
    const wanted = rows(state, drawn);
    putRows(list, wanted);
    for (const row of wanted) row.classList.toggle('picked', isPicked(state, row));
    scroller.setAttribute('aria-label', words().message);
    if (scroller.checkVisibility()) markSeen(state);
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

/** Rows that stay are not touched: whoever types into a card or selects a text goes on undisturbed. */
function putRows(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const stay = new Set<Element>(wanted);
  for (const row of [...list.children]) if (!stay.has(row)) row.remove();
  for (const [index, row] of wanted.entries()) {
    const there = list.children[index] ?? null;
    if (there !== row) list.insertBefore(row, there);
  }
}

function isPicked({ picked }: State, row: HTMLElement): boolean {
  return picked?.includes(row.dataset.id ?? '') === true;
}

/** Whoever is at the bottom stays there, whatever makes the list or its frame taller; whoever reads above is left alone. */
function keepAtBottom(scroller: HTMLElement, list: HTMLElement): { follow(): void } {
  let follows = true;
  const settle = () => {
    if (follows) scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    const { scrollHeight, scrollTop, clientHeight } = scroller;
    follows = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
  });
  const observer = new ResizeObserver(settle);
  observer.observe(scroller);
  observer.observe(list);
  return {
    follow() {
      follows = true;
      settle();
    },
  };
}

/** Whoever looks at a chat has read it. */
function markSeen(state: State): void {
  const chat = chatAt(state, state.place, state.me);
  if (chat === undefined || state.snapshot.busy?.what === 'playing') return;
  if (unreadAt(state, state.place) > 0) void sendAct({ act: 'seen', as: state.me, chat: chat.id });
}

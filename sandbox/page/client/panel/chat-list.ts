import { el } from '../el.ts';
import { timeText } from '../format-time.ts';
import { avatar } from '../message/draw-message.ts';
import { keepDrawn } from '../region.ts';
import { change, chatAt, messagesAt, nameOf, PRIVATE, type State, unreadAt } from '../state.ts';
import { words } from '../words.ts';

interface Entry {
  readonly place: string;
  readonly name: string;
  readonly last: string;
  readonly time: string;
  readonly unread: number;
  readonly isHere: boolean;
}

/** Groups the person is in, or looks at, and their private chat with the bot. */
export function createChatList(): HTMLElement {
  const root = el('nav', { class: 'chat-list' });
  keepDrawn({
    root,
    input: (state) => ({ lang: state.lang, entries: entriesFor(state) }),
    draw: ({ entries }) => [el('h2', {}, words().chats), ...entries.map(drawEntry)],
  });
  return root;
}

function entriesFor(state: State): Entry[] {
  const groups = state.snapshot.chats.filter(({ kind }) => kind === 'group').map(({ id }) => id);
  return [...groups, PRIVATE].map((place) => entryFor(state, place));
}

function entryFor(state: State, place: string): Entry {
  const last = messagesAt(state, place).at(-1);
  const said = last === undefined ? '' : `${nameOf(state, last.senderId)}：${last.text.split('\n')[0] ?? ''}`;
  return {
    place,
    name: place === PRIVATE ? state.snapshot.bot.name : (chatAt(state, place, state.me)?.name ?? ''),
    last: last?.recalled === true ? words().recalled(nameOf(state, last.senderId)) : said,
    time: last === undefined ? '' : timeText(last.atMs),
    unread: unreadAt(state, place),
    isHere: place === state.place,
  };
}

function drawEntry({ place, name, last, time, unread, isHere }: Entry): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'chat-entry',
      'data-key': place,
      'aria-current': isHere ? 'true' : undefined,
      click: () => change({ place, pane: 'talk', replyTo: null, picked: null }),
    },
    avatar(place === PRIVATE ? name : words().groupSign, place === PRIVATE),
    el('span', { class: 'chat-name' }, name),
    el('span', { class: 'chat-time' }, time),
    el('span', { class: 'chat-last' }, place === PRIVATE && last === '' ? words().withBot : last),
    unread > 0 ? el('span', { class: 'unread', title: words().unread(unread) }, String(unread)) : null,
  );
}

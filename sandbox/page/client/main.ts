import { createComposer } from './composer/composer.ts';
import { connect } from './connect.ts';
import { createConversation } from './conversation.ts';
import { el } from './el.ts';
import { createChatList } from './panel/chat-list.ts';
import { createMembers } from './panel/members.ts';
import { createSuggestions } from './panel/suggestions.ts';
import { createTopBar } from './panel/top-bar.ts';
import { createWirePanel } from './panel/wire-panel.ts';
import { keepDrawn } from './region.ts';
import { change, chatAt, PRIVATE, type State, watchState } from './state.ts';
import { mountToasts } from './toast.ts';
import { words } from './words.ts';

/** Builds the page once, and then only follows what the server tells. */
function start(): void {
  const app = el('div', { class: 'app' });
  const side = el('aside', { class: 'side' });
  followPanes(app, side);
  side.append(createMembers(), createWirePanel());
  const parts = [createHeading(), createSuggestions(), createConversation(), createComposer()];
  app.append(createTopBar(), createNotice(), createChatList(), el('main', { class: 'talk' }, ...parts), side);
  document.body.replaceChildren(app, mountToasts());
  connect();
}

/** Which parts are to be seen is settled before any of them looks whether it is. */
function followPanes(app: HTMLElement, side: HTMLElement): void {
  watchState((state) => {
    document.title = words().title;
    app.dataset.pane = state.pane;
    app.dataset.side = state.side;
    side.setAttribute('aria-label', state.side === 'wire' ? words().wire : words().members);
  });
}

function createHeading(): HTMLElement {
  const root = el('div', { class: 'heading' });
  keepDrawn({
    root,
    input: (state) => ({ lang: state.lang, title: titleOf(state), pane: state.pane }),
    draw: ({ title, pane }) => [
      el(
        'button',
        {
          type: 'button',
          class: 'quiet only-narrow',
          'data-key': 'back',
          'aria-label': words().back,
          click: () => change({ pane: 'chats' }),
        },
        '‹',
      ),
      el('h1', {}, title),
      el(
        'button',
        {
          type: 'button',
          class: 'quiet only-narrow',
          'data-key': 'members',
          'aria-pressed': String(pane === 'side'),
          click: () => change({ side: 'members', pane: pane === 'side' ? 'talk' : 'side' }),
        },
        words().members,
      ),
    ],
  });
  return root;
}

function titleOf(state: State): string {
  return state.place === PRIVATE
    ? `${state.snapshot.bot.name} · ${words().withBot}`
    : (chatAt(state, state.place, state.me)?.name ?? '');
}

/** What everyone has to wait for, or that the line is broken. */
function createNotice(): HTMLElement {
  const root = el('div', { class: 'notice', role: 'status' });
  keepDrawn({
    root,
    input: ({ lang, online, snapshot }) => ({ lang, online, busy: snapshot.busy }),
    draw: ({ online, busy }) => {
      if (!online) return [el('span', {}, words().offline)];
      if (busy === null) return [];
      const text = busy.what === 'clock' ? words().busyClock : words().busyPlaying;
      return [el('span', {}, text), el('progress', { max: 1, value: busy.share, 'aria-label': text })];
    },
  });
  return root;
}

start();

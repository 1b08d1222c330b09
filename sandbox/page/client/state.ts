import type { ChatView, MessageView, PersonView, Snapshot, Update } from '../view.ts';
import { type Lang, startLang } from './words.ts';

/** The private chat with the bot of whoever one plays; their chat's id once there is one. */
export const PRIVATE = 'bot';

export interface State {
  readonly snapshot: Snapshot;
  readonly messages: ReadonlyMap<string, MessageView>;
  /** The person the visitor plays. */
  readonly me: string;
  /** A group's id, or PRIVATE. */
  readonly place: string;
  readonly lang: Lang;
  /** What fills the column at the side. On a narrow screen one part is shown at a time. */
  readonly side: 'members' | 'wire';
  readonly pane: 'chats' | 'talk' | 'side';
  readonly replyTo: string | null;
  /** Messages picked to be forwarded; null outside that mode. */
  readonly picked: readonly string[] | null;
  readonly online: boolean;
  /** The machine's steady timer when `snapshot.nowMs` came in: the clock runs on from there. */
  readonly nowSetAt: number;
}

type Own = Pick<State, 'me' | 'place' | 'lang' | 'side' | 'pane' | 'replyTo' | 'picked'>;

let state: State | undefined;
const watchers: ((state: State) => void)[] = [];

/** Told at once, if there is a state yet, and after every change. */
export function watchState(watcher: (state: State) => void): void {
  watchers.push(watcher);
  if (state !== undefined) watcher(state);
}

export function current(): State | undefined {
  return state;
}

export function change(own: Partial<Own & Pick<State, 'online'>>): void {
  if (state !== undefined) set({ ...state, ...own });
}

/** Everything as the server has it, at the first connection and at each later one. */
export function takeSnapshot(snapshot: Snapshot): void {
  const own: Own = state ?? {
    ...fromAddress(snapshot),
    side: 'members',
    pane: 'talk',
    replyTo: null,
    picked: null,
  };
  const messages = new Map(snapshot.messages.map((message) => [message.id, message]));
  set({ ...own, snapshot, messages, online: true, nowSetAt: performance.now() });
}

export function takeUpdate(update: Update): void {
  if (state === undefined) return;
  const { messages: changed = [], traffic: notes = [], ...parts } = update;
  const messages = changed.length === 0 ? state.messages : new Map(state.messages);
  if (messages instanceof Map) for (const message of changed) messages.set(message.id, message);
  const traffic = new Map([...state.snapshot.traffic, ...notes].map((note) => [note.id, note]));
  const snapshot = { ...state.snapshot, ...parts, traffic: [...traffic.values()].slice(-300) };
  set({ ...state, snapshot, messages, nowSetAt: performance.now() });
}

function set(next: State): void {
  state = next;
  toAddress(next);
  for (const watcher of watchers) watcher(next);
}

/** Who one is and where survives a reload: it stands in the address. */
function fromAddress({ people, chats }: Snapshot): Pick<Own, 'me' | 'place' | 'lang'> {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const me = people.find(({ id }) => id === wanted.get('me')) ?? people[0];
  const groups = chats.filter(({ kind }) => kind === 'group').map(({ id }) => id);
  const place = [...groups, PRIVATE].find((id) => id === wanted.get('in')) ?? groups[0] ?? PRIVATE;
  return { me: me?.id ?? '', place, lang: startLang(wanted.get('lang')) };
}

function toAddress({ me, place, lang }: State): void {
  const hash = `#${new URLSearchParams({ me, in: place, lang }).toString()}`;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

export function personOf({ snapshot }: State, id: string): PersonView | undefined {
  return snapshot.people.find((person) => person.id === id);
}

export function nameOf(state: State, id: string): string {
  const { bot } = state.snapshot;
  if (id === 'bot' || id === bot.id) return bot.name;
  return personOf(state, id)?.name ?? id;
}

/** The chat at a place, as the person sees it; undefined for a private chat in which nothing was said yet. */
export function chatAt(
  { snapshot }: Pick<State, 'snapshot'>,
  place: string,
  me: string,
): ChatView | undefined {
  return snapshot.chats.find((chat) =>
    place === PRIVATE ? chat.kind === 'p2p' && chat.members.includes(me) : chat.id === place,
  );
}

export function messagesAt(state: State, place: string): readonly MessageView[] {
  const chat = chatAt(state, place, state.me);
  return chat === undefined ? [] : [...state.messages.values()].filter(({ chatId }) => chatId === chat.id);
}

/** How many messages of others the person has not seen there. */
export function unreadAt(state: State, place: string, person = state.me): number {
  const chat = chatAt(state, place, person);
  if (chat === undefined) return 0;
  const seen = state.snapshot.seen[person]?.[chat.id] ?? 0;
  const all = [...state.messages.values()].filter(({ chatId }) => chatId === chat.id);
  return all.slice(seen).filter(({ senderId }) => senderId !== person).length;
}

/** Milliseconds since the epoch, by the sandbox's clock. */
export function nowMs({ snapshot, nowSetAt }: State): number {
  return snapshot.nowMs + (performance.now() - nowSetAt);
}

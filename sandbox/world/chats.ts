import { personOf } from './people.ts';
import type { Chat, World } from './world.ts';

export interface GroupOptions {
  /** False: only the owner may mention everyone, so the bot may not. Default true. */
  readonly atAllAllowed?: boolean;
  /** True: only messages that mention the bot are pushed, as without the right `im:message.group_msg`. Default false. */
  readonly mentionsOnly?: boolean;
}

export function createGroup(world: World, name: string, options: GroupOptions = {}): string {
  const { atAllAllowed = true, mentionsOnly = false } = options;
  return addChat(world, { name, kind: 'group', atAllAllowed, mentionsOnly, botIn: false }).id;
}

/** The one private chat of a person with the bot; made when first asked for. */
export function privateChat(world: World, personId: string): string {
  const person = personOf(world, personId);
  for (const chat of world.chats.values()) {
    if (chat.kind === 'p2p' && chat.members.has(personId)) return chat.id;
  }
  const traits = { kind: 'p2p', atAllAllowed: false, mentionsOnly: false, botIn: true } as const;
  const chat = addChat(world, { name: person.name, ...traits });
  chat.members.add(personId);
  return chat.id;
}

export function chatOf(world: World, chatId: string): Chat {
  const chat = world.chats.get(chatId);
  if (!chat) throw new Error(`no such chat: ${chatId}`);
  return chat;
}

export function join(world: World, chatId: string, personId: string): void {
  const chat = chatOf(world, chatId);
  const person = personOf(world, personId);
  if (chat.members.has(personId)) return;
  chat.members.add(personId);
  world.changes.emit({ kind: 'person-joined', chat, person });
}

/** `withdrawn`: the invitation was taken back, which is an event of its own. */
export function leave(world: World, chatId: string, personId: string, how: 'left' | 'withdrawn'): void {
  const chat = chatOf(world, chatId);
  const person = personOf(world, personId);
  if (!chat.members.delete(personId)) return;
  world.changes.emit({ kind: `person-${how}`, chat, person });
}

export function addBot(world: World, chatId: string, operatorId: string): void {
  const chat = chatOf(world, chatId);
  if (chat.botIn) return;
  chat.botIn = true;
  world.changes.emit({ kind: 'bot-added', chat, operatorId });
}

export function removeBot(world: World, chatId: string, operatorId: string): void {
  const chat = chatOf(world, chatId);
  if (!chat.botIn) return;
  chat.botIn = false;
  world.changes.emit({ kind: 'bot-removed', chat, operatorId });
}

function addChat(world: World, traits: Omit<Chat, 'id' | 'members' | 'messageIds'>): Chat {
  const chat: Chat = { id: `oc_${world.random.hex(32)}`, members: new Set(), messageIds: [], ...traits };
  world.chats.set(chat.id, chat);
  return chat;
}

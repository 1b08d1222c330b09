import { chatOf } from './chats.ts';
import type { MessageType, SandboxMessage, StoredMention, World } from './world.ts';

/** What a sender hands over, already in the platform's stored form. */
export interface MessageDraft {
  readonly type: MessageType;
  readonly content: unknown;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly mentionList: readonly StoredMention[];
  readonly fileKey?: string;
  readonly fileName?: string;
  readonly forwarded?: readonly string[];
}

export interface Address {
  readonly chatId: string;
  /** A person's open_id, or `bot`. */
  readonly senderId: string;
  readonly replyTo?: string;
  /** Not kept: told of once. */
  readonly fleeting?: boolean;
}

/** Puts a message into a chat and tells everyone who watches. */
export function postMessage(world: World, address: Address, draft: MessageDraft): SandboxMessage {
  const chat = chatOf(world, address.chatId);
  const now = world.clock.now();
  const message: SandboxMessage = {
    ...draft,
    ...threadOf(world, address),
    id: `om_${world.random.hex(32)}`,
    chatId: chat.id,
    senderId: address.senderId,
    createdAt: now,
    updatedAt: now,
    recalled: false,
    updatedCount: 0,
    reactions: [],
  };
  if (address.fleeting !== true) {
    world.messages.set(message.id, message);
    chat.messageIds.push(message.id);
  }
  world.changes.emit({ kind: 'message', message });
  return message;
}

/** A reply keeps the root of what it answers; the first reply's root is its parent. */
function threadOf(world: World, { chatId, replyTo }: Address): { rootId?: string; parentId?: string } {
  if (replyTo === undefined) return {};
  const parent = messageOf(world, replyTo);
  if (parent.chatId !== chatId) throw new Error(`${replyTo} is in another chat`);
  return { rootId: parent.rootId ?? parent.id, parentId: parent.id };
}

export function messageOf(world: World, messageId: string): SandboxMessage {
  const message = world.messages.get(messageId);
  if (!message) throw new Error(`no such message: ${messageId}`);
  return message;
}

/** Messages of a chat in the order they were sent, recalled ones included. */
export function messagesIn(world: World, chatId: string): readonly SandboxMessage[] {
  return chatOf(world, chatId).messageIds.map((id) => messageOf(world, id));
}

export function recallMessage(world: World, messageId: string): SandboxMessage {
  const message = { ...messageOf(world, messageId), recalled: true, updatedAt: world.clock.now() };
  world.messages.set(messageId, message);
  world.changes.emit({ kind: 'recalled', message });
  return message;
}

/** New content under the same id: an edited text, a redrawn card. The platform pushes no event for it. */
export function replaceContent(world: World, messageId: string, draft: MessageDraft): SandboxMessage {
  const old = messageOf(world, messageId);
  const message = {
    ...old,
    ...draft,
    updatedAt: world.clock.now(),
    updatedCount: old.updatedCount + 1,
  };
  world.messages.set(messageId, message);
  world.changes.emit({ kind: 'message-updated', message });
  return message;
}

export function addReaction(world: World, messageId: string, emoji: string): void {
  const old = messageOf(world, messageId);
  const message = { ...old, reactions: [...old.reactions, emoji] };
  world.messages.set(messageId, message);
  world.changes.emit({ kind: 'message-updated', message });
}

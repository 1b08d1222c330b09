import type { SandboxMessage, World } from '../world/world.ts';
import type { ChatView, MessageView, PersonView } from './view.ts';

export function viewPeople(world: World): PersonView[] {
  return [...world.people.values()].map(({ id, name, title = '' }) => ({ id, name, title }));
}

export function viewChats(world: World): ChatView[] {
  return [...world.chats.values()].map(({ id, name, kind, members, botIn }) => ({
    id,
    name,
    kind,
    members: [...members],
    botIn,
  }));
}

/** In the order they were sent, chat by chat. */
export function viewMessages(world: World): MessageView[] {
  return [...world.messages.values()].map((message) => viewMessage(world, message));
}

/** A recalled message keeps its place and its sender; what it said is gone. */
export function viewMessage(world: World, message: SandboxMessage): MessageView {
  const { id, chatId, senderId, type, recalled, reactions } = message;
  return {
    id,
    chatId,
    senderId,
    type,
    content: recalled ? null : message.content,
    text: recalled ? '' : message.text,
    mentionList: message.mentionList.map(({ key, name, isBot }) => ({ key, name, isBot })),
    mentions: message.mentions,
    atMs: message.createdAt.epochMilliseconds,
    parentId: message.parentId ?? null,
    recalled,
    revision: message.updatedCount + reactions.length + (recalled ? 1 : 0),
    edited: message.updatedCount > 0,
    file: recalled ? null : viewFile(world, message),
    forwarded: message.forwarded ?? [],
    reactions,
  };
}

function viewFile(world: World, { fileKey }: SandboxMessage): MessageView['file'] {
  const file = fileKey === undefined ? undefined : world.files.get(fileKey);
  return file === undefined ? null : { key: file.key, name: file.name, bytes: file.bytes.length };
}

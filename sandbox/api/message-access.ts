import { Refusal } from '../refusal.ts';
import type { Chat, SandboxMessage, World } from '../world/world.ts';
import { invalidParameter } from './reply.ts';

/** A message in a chat the bot is in. */
export function visibleMessage(world: World, messageId: string): SandboxMessage {
  const message = world.messages.get(messageId);
  if (!message) throw invalidParameter('message_id does not exist');
  openChat(world, message.chatId);
  return message;
}

/** A chat the bot may write to and read from. */
export function openChat(world: World, chatId: string): Chat {
  const chat = world.chats.get(chatId);
  if (!chat) throw invalidParameter('invalid receive_id');
  if (!chat.botIn) throw new Refusal(230002, 'The bot can not be outside the group.');
  return chat;
}

/** A message of the bot's own, for editing, redrawing and recalling. */
export function ownMessage(world: World, messageId: string): SandboxMessage {
  const message = visibleMessage(world, messageId);
  if (message.senderId !== 'bot') throw new Refusal(230071, 'The operator is not the sender of the message.');
  if (message.recalled) throw new Refusal(230011, 'The message was withdrawn.');
  return message;
}

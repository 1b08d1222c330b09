import { chatOf } from '../world/chats.ts';
import { storeFile } from '../world/files.ts';
import {
  type Address,
  type MessageDraft,
  messageOf,
  postMessage,
  replaceContent,
} from '../world/messages.ts';
import type { StoredMention, World } from '../world/world.ts';
import { showPost } from './post-lines.ts';
import { readMentions } from './user-text.ts';

/** What a person can put into a paragraph of a rich-text message. Text may hold `@name`. */
export type PostPart =
  | string
  | { readonly href: string; readonly label: string }
  | { readonly image: Uint8Array };

export interface UserPost {
  readonly title?: string;
  readonly paragraphs: readonly (readonly PostPart[])[];
}

export interface UserFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Each returns the message's id; the sender must be in the chat. */
export function sayText(world: World, address: Address, typed: string): string {
  const chat = memberChat(world, address);
  const { stored, ...rest } = readMentions(world, chat, typed);
  return postMessage(world, address, { type: 'text', content: { text: stored }, ...rest }).id;
}

/** Only texts, and only with text: that is all a client offers. */
export function editText(world: World, messageId: string, typed: string): void {
  const { type, senderId, chatId } = messageOf(world, messageId);
  if (type !== 'text' || senderId === 'bot') throw new Error(`${messageId} is no text of a person`);
  const { stored, ...rest } = readMentions(world, memberChat(world, { chatId, senderId }), typed);
  replaceContent(world, messageId, { type, content: { text: stored }, ...rest });
}

export function sayPost(world: World, address: Address, post: UserPost): string {
  const chat = memberChat(world, address);
  const mentionList: StoredMention[] = [];
  const mentions: string[] = [];
  const spell = (part: PostPart): object[] => {
    if (typeof part !== 'string') return [spellObject(world, address.senderId, part)];
    const read = readMentions(world, chat, part, mentionList.length + 1);
    mentionList.push(...read.mentionList);
    mentions.push(...read.mentions);
    return spellText(read.stored);
  };
  const content = post.paragraphs.map((parts) => parts.flatMap(spell));
  const stored = { title: post.title ?? '', content };
  const text = showPost(stored, (key) => mentionList.find((mention) => mention.key === key)?.name);
  return postMessage(world, address, { type: 'post', content: stored, text, mentions, mentionList }).id;
}

export function sendImage(world: World, address: Address, bytes: Uint8Array): string {
  memberChat(world, address);
  const key = keep(world, address.senderId, { kind: 'image', name: 'image.png', bytes });
  return postMessage(world, address, plain('image', { image_key: key }, '[图片]', { fileKey: key })).id;
}

export function sendFile(world: World, address: Address, file: UserFile): string {
  memberChat(world, address);
  const key = keep(world, address.senderId, { kind: 'file', ...file });
  const content = { file_key: key, file_name: file.name };
  const about = { fileKey: key, fileName: file.name };
  return postMessage(world, address, plain('file', content, `📄 ${file.name}`, about)).id;
}

export function sendSticker(world: World, address: Address): string {
  memberChat(world, address);
  const key = `file_v3_${world.random.hex(36)}`;
  return postMessage(world, address, plain('sticker', { file_key: key }, '[表情]', { fileKey: key })).id;
}

/** Several messages in one bundle. Readers see them, the event does not: its content is a constant. */
export function forwardTogether(world: World, address: Address, messageIds: readonly string[]): string {
  memberChat(world, address);
  const draft = plain('merge_forward', 'Merged and Forwarded Message', '[合并转发]', {});
  for (const id of messageIds) messageOf(world, id);
  return postMessage(world, address, { ...draft, forwarded: messageIds }).id;
}

function memberChat(world: World, { chatId, senderId }: Address) {
  const chat = chatOf(world, chatId);
  if (!chat.members.has(senderId)) throw new Error(`${senderId} is not in ${chatId} and cannot write there`);
  return chat;
}

function plain(
  type: MessageDraft['type'],
  content: unknown,
  text: string,
  about: Pick<MessageDraft, 'fileKey' | 'fileName'>,
): MessageDraft {
  return { type, content, text, mentions: [], mentionList: [], ...about };
}

function keep(world: World, ownerId: string, file: UserFile & { kind: 'file' | 'image' }): string {
  const { kind, name } = file;
  return storeFile(world, { kind, name, ownerId, bytes: Buffer.from(file.bytes) }).key;
}

/** Received posts hold the placeholder, not an id, in `at` elements. */
function spellText(stored: string): object[] {
  return stored
    .split(/(@_user_\d+|@_all)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^@_(user_\d+|all)$/.test(piece)
        ? { tag: 'at', user_id: piece, user_name: '', style: [] }
        : { tag: 'text', text: piece, style: [] },
    );
}

function spellObject(world: World, ownerId: string, part: Exclude<PostPart, string>): object {
  if ('href' in part) return { tag: 'a', text: part.label, href: part.href, style: [] };
  return {
    tag: 'img',
    image_key: keep(world, ownerId, { kind: 'image', name: 'image.png', bytes: part.image }),
  };
}

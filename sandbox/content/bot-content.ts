import { readCard } from '../card/read-card.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { MessageDraft } from '../world/messages.ts';
import type { Chat, MessageType, StoredFile, World } from '../world/world.ts';
import { readBotPost } from './bot-post.ts';
import { readBotText } from './bot-text.ts';

const KILOBYTE = 1024;
/** Largest request body by message type, in bytes. Source: "Send message", limits. */
const BODY_MAX: Partial<Record<MessageType, number>> = {
  text: 150 * KILOBYTE,
  post: 30 * KILOBYTE,
  interactive: 30 * KILOBYTE,
};

export interface BotContent {
  readonly msg_type: string;
  /** JSON text, its shape given by the type. */
  readonly content: string;
}

/** Refuses a request body (as it went over the wire) that is too long for its message type. */
export function checkSize(type: string, body: unknown): void {
  const max = BODY_MAX[type as MessageType];
  if (max !== undefined && Buffer.byteLength(JSON.stringify(body)) > max) {
    throw new Refusal(230025, 'The length of the message content reaches its limit.');
  }
}

/** Reads what a bot sends into the stored form, or refuses it with the platform's code. */
export function readBotContent(
  world: World,
  chat: Chat,
  { msg_type: type, content }: BotContent,
): MessageDraft {
  const parsed = parseContent(type, content);
  switch (type) {
    case 'text':
      return readBotText(world, requireText(parsed, 'text'));
    case 'post':
      return readBotPost(world, parsed);
    case 'image':
      return image(uploaded(world, requireText(parsed, 'image_key'), 'image'));
    case 'file':
      return file(uploaded(world, requireText(parsed, 'file_key'), 'file'));
    case 'interactive':
      return readCard(world, chat, parsed);
    default:
      throw invalid(`unsupported msg_type ${type}`);
  }
}

function parseContent(type: string, content: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(content);
    if (isRecord(parsed)) return parsed;
  } catch {
    // Told below, in the words of the message type.
  }
  if (type === 'interactive') {
    throw new Refusal(
      230099,
      'Failed to create card content, ext=ErrCode: 200621; ErrMsg: parse card json err;',
    );
  }
  throw invalid('content is not a string in json format');
}

function requireText(content: Record<string, unknown>, field: string): string {
  const value = content[field];
  if (typeof value !== 'string' || value === '') throw invalid(`${field} is missing`);
  return value;
}

function uploaded(world: World, key: string, kind: StoredFile['kind']): StoredFile {
  const found = world.files.get(key);
  if (found?.ownerId !== 'bot') throw new Refusal(230017, 'The bot is not the owner of the resource.');
  if (found.kind !== kind) {
    throw new Refusal(230055, 'The type of file upload does not match the type of message being sent.');
  }
  return found;
}

function image({ key }: StoredFile): MessageDraft {
  return {
    type: 'image',
    content: { image_key: key },
    text: '[图片]',
    mentions: [],
    mentionList: [],
    fileKey: key,
  };
}

function file({ key, name }: StoredFile): MessageDraft {
  return {
    type: 'file',
    content: { file_key: key, file_name: name },
    text: `📄 ${name}`,
    mentions: [],
    mentionList: [],
    fileKey: key,
    fileName: name,
  };
}

function invalid(what: string): Refusal {
  return new Refusal(230001, `Your request contains an invalid request parameter, ext=${what}`);
}

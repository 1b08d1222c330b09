import type { Chat, Person, SandboxMessage, StoredMention, World, WorldChange } from '../world/world.ts';

export interface PlatformEvent {
  readonly type: string;
  readonly chatId: string;
  readonly event: object;
}

/** The event the platform pushes for a change, if it pushes one: never for the bot's own doings or outside its chats. */
export function toPlatformEvent(world: World, change: WorldChange): PlatformEvent | undefined {
  switch (change.kind) {
    case 'message':
      return heard(world, change.message) && pushed(world, change.message)
        ? received(world, change.message)
        : undefined;
    case 'recalled':
      return heard(world, change.message) ? recalled(change.message) : undefined;
    case 'message-updated':
      return undefined;
    case 'bot-added':
    case 'bot-removed':
      return botMoved(world, change);
    default:
      return change.chat.botIn ? personMoved(world, change) : undefined;
  }
}

function heard(world: World, message: SandboxMessage): boolean {
  return message.senderId !== 'bot' && world.chats.get(message.chatId)?.botIn === true;
}

/** Which messages of a group are pushed depends on the app's rights. */
function pushed(world: World, message: SandboxMessage): boolean {
  return !world.chats.get(message.chatId)?.mentionsOnly || message.mentionList.some(({ isBot }) => isBot);
}

function received(world: World, message: SandboxMessage): PlatformEvent {
  const chat = world.chats.get(message.chatId);
  const event = {
    sender: {
      sender_id: userIds(world, message.senderId),
      sender_type: 'user',
      tenant_key: world.app.tenantKey,
    },
    message: {
      message_id: message.id,
      ...(message.rootId === undefined ? {} : { root_id: message.rootId }),
      ...(message.parentId === undefined ? {} : { parent_id: message.parentId }),
      create_time: String(message.createdAt.epochMilliseconds),
      update_time: String(message.updatedAt.epochMilliseconds),
      chat_id: message.chatId,
      chat_type: chat?.kind ?? 'group',
      message_type: message.type,
      content: JSON.stringify(message.content),
      ...(message.mentionList.length === 0
        ? {}
        : { mentions: message.mentionList.map((m) => mention(world, m)) }),
    },
  };
  return { type: 'im.message.receive_v1', chatId: message.chatId, event };
}

/** In events a mention's id is an object; read back over the API it is a string. */
function mention(world: World, { key, id, name, isBot }: StoredMention): object {
  return {
    key,
    id: userIds(world, id),
    mentioned_type: isBot ? 'bot' : 'user',
    name,
    tenant_key: world.app.tenantKey,
  };
}

function recalled(message: SandboxMessage): PlatformEvent {
  const event = {
    message_id: message.id,
    chat_id: message.chatId,
    recall_time: String(message.updatedAt.epochMilliseconds),
    recall_type: 'message_owner',
  };
  return { type: 'im.message.recalled_v1', chatId: message.chatId, event };
}

function botMoved(
  world: World,
  change: { kind: 'bot-added' | 'bot-removed'; chat: Chat; operatorId: string },
): PlatformEvent {
  const verb = change.kind === 'bot-added' ? 'added' : 'deleted';
  const event = { ...chatPart(world, change.chat), operator_id: userIds(world, change.operatorId) };
  return { type: `im.chat.member.bot.${verb}_v1`, chatId: change.chat.id, event };
}

const PERSON_VERBS = {
  'person-joined': 'added',
  'person-left': 'deleted',
  'person-withdrawn': 'withdrawn',
} as const;

function personMoved(
  world: World,
  change: { kind: keyof typeof PERSON_VERBS; chat: Chat; person: Person },
): PlatformEvent {
  const { id, name } = change.person;
  const event = {
    ...chatPart(world, change.chat),
    operator_id: userIds(world, id),
    users: [{ name, tenant_key: world.app.tenantKey, user_id: userIds(world, id) }],
  };
  return { type: `im.chat.member.user.${PERSON_VERBS[change.kind]}_v1`, chatId: change.chat.id, event };
}

function chatPart(world: World, chat: Chat): object {
  return {
    chat_id: chat.id,
    external: false,
    operator_tenant_key: world.app.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
  };
}

/** A bot has no union_id of the user kind; the platform leaves it empty. */
export function userIds(world: World, id: string): { open_id: string; union_id: string } {
  return { open_id: id, union_id: world.people.get(id)?.unionId ?? '' };
}

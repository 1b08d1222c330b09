import { isRecord } from '../is-record.ts';
import type { SandboxMessage, World } from '../world/world.ts';

/** A message as the API gives it back. `rawCard`: the card as it was sent instead of the simplified form. */
export function describeMessage(world: World, message: SandboxMessage, rawCard = false): object {
  const { app } = world;
  const byBot = message.senderId === 'bot';
  return {
    message_id: message.id,
    ...(message.rootId === undefined ? {} : { root_id: message.rootId }),
    ...(message.parentId === undefined ? {} : { parent_id: message.parentId }),
    msg_type: message.type,
    create_time: String(message.createdAt.epochMilliseconds),
    update_time: String(message.updatedAt.epochMilliseconds),
    deleted: message.recalled,
    updated: message.updatedCount > 0,
    chat_id: message.chatId,
    sender: byBot
      ? { id: app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: app.tenantKey }
      : { id: message.senderId, id_type: 'open_id', sender_type: 'user', tenant_key: app.tenantKey },
    ...(message.recalled ? {} : content(world, message, rawCard)),
  };
}

function content(world: World, message: SandboxMessage, rawCard: boolean): object {
  const body = { content: JSON.stringify(visibleContent(message, rawCard)) };
  if (message.mentionList.length === 0) return { body };
  const mentions = message.mentionList.map(({ key, id, name }) => ({
    key,
    id,
    id_type: 'open_id',
    name,
    tenant_key: world.app.tenantKey,
  }));
  return { body, mentions };
}

function visibleContent(message: SandboxMessage, rawCard: boolean): unknown {
  if (message.type !== 'interactive' || rawCard) return message.content;
  const lines = message.text.split('\n');
  return { title: cardTitle(message.content), elements: lines.map((text) => [{ tag: 'text', text }]) };
}

function cardTitle(card: unknown): string {
  const header = isRecord(card) ? card.header : undefined;
  const title = isRecord(header) ? header.title : undefined;
  return isRecord(title) && typeof title.content === 'string' ? title.content : '';
}

import type { Request, Router } from 'express';
import { Refusal } from '../refusal.ts';
import { nameOf } from '../world/people.ts';
import type { Chat, World } from '../world/world.ts';
import { type ApiContext, gate } from './gateway.ts';
import { data, idParam, pageOf } from './reply.ts';

/** A chat's traits and its people (bots are never listed). */
export function addChatRoutes(router: Router, context: ApiContext): void {
  const { world } = context;
  router.get(
    '/im/v1/chats/:chat_id',
    gate(context, (request) => data(describe(world, visibleChat(world, request)))),
  );
  router.get(
    '/im/v1/chats/:chat_id/members',
    gate(context, (request) => {
      const chat = visibleChat(world, request);
      const people = [...chat.members].map((id) => ({
        member_id_type: 'open_id',
        member_id: id,
        name: nameOf(world, id),
        tenant_key: world.app.tenantKey,
      }));
      return data({ ...pageOf(people, request, { default: 20, max: 100 }), member_total: people.length });
    }),
  );
}

function visibleChat(world: World, request: Request): Chat {
  const chat = world.chats.get(idParam(request, 'chat_id', 'oc'));
  if (!chat) throw new Refusal(232006, 'Your request specifies a chat_id which is invalid.');
  if (!chat.botIn) throw new Refusal(232011, 'Operator can NOT be out of the chat.');
  return chat;
}

function describe(world: World, chat: Chat): object {
  return {
    avatar: '',
    name: chat.name,
    description: '',
    i18n_names: { zh_cn: chat.name },
    add_member_permission: 'all_members',
    share_card_permission: 'allowed',
    at_all_permission: chat.atAllAllowed ? 'all_members' : 'only_owner',
    edit_permission: 'all_members',
    group_message_type: 'chat',
    chat_mode: chat.kind,
    chat_type: chat.kind === 'p2p' ? 'p2p' : 'private',
    external: false,
    tenant_key: world.app.tenantKey,
    user_count: String(chat.members.size),
    bot_count: '1',
    moderation_permission: 'all_members',
    urgent_setting: 'all_members',
    chat_status: 'normal',
  };
}

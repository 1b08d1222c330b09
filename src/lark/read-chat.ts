import { z } from 'zod';
import { cleanLine } from '../kernel/text/clean-text.ts';
import { checkId } from './check-id.ts';
import { collectPages } from './collect-pages.ts';
import type { LarkClient } from './create-client.ts';
import { isId, personId } from './ids.ts';
import { readAnswer } from './read-answer.ts';

const memberPage = z.object({
  data: z.object({
    items: z
      .array(z.object({ member_id: z.string(), name: z.string().default('') }))
      .nullish()
      .transform((items) => items ?? []),
    has_more: z.boolean().default(false),
    page_token: z.string().optional(),
  }),
});

const chat = z.object({ data: z.object({ name: z.string().default('') }) });

/** This answer keeps its matter beside `code`, not under `data`. */
const botInfo = z.object({ bot: z.object({ open_id: personId }) });

/** All people of a chat, each once; the platform lists no bots. */
export async function readMembers(
  client: LarkClient,
  id: string,
): Promise<readonly { personId: string; name: string }[]> {
  const path = { chat_id: checkId('chat', id) };
  const items = await collectPages(async (token) => {
    const params = {
      member_id_type: 'open_id',
      page_size: 100,
      ...(token && { page_token: token }),
    } as const;
    const answer = await client.call('read', (sdk) => sdk.im.v1.chatMembers.get({ path, params }));
    const { data } = readAnswer(memberPage, answer);
    return { items: data.items, hasMore: data.has_more, next: data.page_token };
  });
  const names = new Map(items.map((item) => [item.member_id, cleanLine(item.name)]));
  return [...names]
    .filter(([member]) => isId('person', member))
    .map(([member, name]) => ({ personId: member, name }));
}

export async function readChatName(client: LarkClient, id: string): Promise<string> {
  const path = { chat_id: checkId('chat', id) };
  const answer = await client.call('read', (sdk) => sdk.im.v1.chat.get({ path }));
  return cleanLine(readAnswer(chat, answer).data.name);
}

/** Not among the SDK's generated calls. */
export async function readBotId(client: LarkClient): Promise<string> {
  const answer: unknown = await client.call('read', (sdk) =>
    sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }),
  );
  return readAnswer(botInfo, answer).bot.open_id;
}

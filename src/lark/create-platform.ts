import type { Card } from '../domain/message/card.ts';
import type { Target, WireMessage } from '../domain/message/outgoing.ts';
import type { Locale } from '../kernel/text/texts.ts';
import { checkId } from './check-id.ts';
import { type ClientOptions, createClient } from './create-client.ts';
import { drawCard } from './draw-card.ts';
import { readImport, shareDocument, startImport } from './import-document.ts';
import { readBotId, readChatName, readMembers } from './read-chat.ts';
import { readMessage, readMessages } from './read-messages.ts';
import { sendMessage } from './send-message.ts';
import { downloadResource, uploadFile } from './transfer-files.ts';
import { wireContent } from './wire-content.ts';

export interface PlatformOptions extends ClientOptions {
  /** Of the few words that drawing itself adds. Default `zh-CN`. */
  readonly locale?: Locale;
}

/**
 * The chat platform over its HTTP API. Every call has a time-out and throws `RemoteError`, classified; reads are tried
 * again shortly after a passing fault. What is sent or changed is not: its caller alone knows whether a repeat is still
 * theirs to make. Nothing touches the network, nor is the SDK loaded, before the first call.
 */
export function createLarkPlatform(options: PlatformOptions) {
  const client = createClient(options);
  const locale = options.locale ?? 'zh-CN';
  const warnIfShortened = (shortened: boolean) => {
    if (shortened) options.logger.warn('a message was shortened to the limits of the platform');
  };
  let bot: Promise<string> | undefined;

  return {
    /** Asked for once, and again only after a failure. */
    async botId(): Promise<string> {
      bot ??= readBotId(client);
      try {
        return await bot;
      } catch (error) {
        bot = undefined;
        throw error;
      }
    },

    async send(target: Target, message: WireMessage, uuid: string): Promise<{ messageId: string }> {
      const content = wireContent(message, locale);
      warnIfShortened(content.shortened);
      return sendMessage(client, { target, content, uuid });
    },

    async updateCard(messageId: string, card: Card): Promise<void> {
      const path = { message_id: checkId('message', messageId) };
      const { json, shortened } = drawCard(card, locale);
      warnIfShortened(shortened);
      const data = { content: JSON.stringify(json) };
      await client.call('once', (sdk) => sdk.im.v1.message.patch({ path, data }));
    },

    upload: (name: string, bytes: Uint8Array) => uploadFile(client, name, bytes),
    startImport: (name: string, bytes: Uint8Array) => startImport(client, name, bytes),
    importedDocument: (ticket: string) => readImport(client, ticket),
    shareDocument: (token: string, chatId: string) => shareDocument(client, token, chatId),
    members: (chatId: string) => readMembers(client, chatId),
    chatName: (chatId: string) => readChatName(client, chatId),
    message: (messageId: string) => readMessage(client, messageId),
    messages: (chatId: string, from: string, to: string) => readMessages(client, chatId, { from, to }),
    resource: (messageId: string, key: string, kind: 'image' | 'file', maxBytes: number) =>
      downloadResource(client, { messageId, key, kind, maxBytes }),
  };
}

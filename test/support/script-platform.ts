import type { ChatMember, Platform, SourceMessage } from '../../src/bot/ports.ts';
import type { Target, WireMessage } from '../../src/domain/message/outgoing.ts';

export interface SendCall {
  readonly target: Target;
  readonly message: WireMessage;
  readonly uuid: string;
}

/** The platform's port, played from a script: each send or upload takes the next step, then all goes well. */
export function scriptPlatform(members: readonly ChatMember[] = []) {
  const sends: SendCall[] = [];
  const uploads: string[] = [];
  const looks: { chatId: string; from: string; to: string }[] = [];
  /** Errors that the next sends meet, in order; undefined: this one goes well. */
  const sendErrors: (Error | undefined)[] = [];
  const redraws: { messageId: string; title: string }[] = [];
  const redrawErrors: (Error | undefined)[] = [];
  const uploadErrors: (Error | undefined)[] = [];
  /** What stands in the chats, for those who look. */
  const history: SourceMessage[] = [];
  const unused = () => Promise.reject(new Error('not part of this play'));
  const platform: Platform = {
    botId: () => Promise.resolve('ou_bot'),
    async send(target, message, uuid) {
      sends.push({ target, message, uuid });
      const error = sendErrors.shift();
      if (error) throw error;
      return { messageId: `om_sent_${sends.length}` };
    },
    async upload(name) {
      uploads.push(name);
      const error = uploadErrors.shift();
      if (error) throw error;
      return `file_${uploads.length}`;
    },
    async messages(chatId, from, to) {
      looks.push({ chatId, from, to });
      return history.filter((message) => message.chatId === chatId);
    },
    members: () => Promise.resolve(members),
    async updateCard(messageId, card) {
      redraws.push({ messageId, title: card.title });
      const error = redrawErrors.shift();
      if (error) throw error;
    },
    chatName: unused,
    message: unused,
    resource: unused,
    startImport: unused,
    importedDocument: unused,
    shareDocument: unused,
  };
  return { platform, redraws, redrawErrors, sends, uploads, looks, sendErrors, uploadErrors, history };
}

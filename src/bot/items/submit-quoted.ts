import type { Card, ClickAnswer } from '../../domain/message/card.ts';
import { toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findActor } from '../identify.ts';
import { ANSWERABLE_DAYS } from '../open-question.ts';
import type { Quoted, SourceMessage } from '../ports.ts';
import { receiptFor } from './receipts-card.ts';
import { submitItems } from './submit-items.ts';

const SHOWN_CHARACTERS = 300;
/** The command's own name in front of a text that was meant for the bot and did not get through. */
const OWN_COMMAND = /^\s*(?:@\S+\s+)?[/／、]\s*(?:报送|submit)\s*[:：]?/iu;
const ANSWERS = ['yes', 'no'] as const;
type Answer = (typeof ANSWERS)[number];

/**
 * Stores an earlier message as an item of whoever wrote it. Somebody else's is stored only after its author has agreed
 * on a private card: until then the reply waits, and nothing of the message is kept. Throws UserError for a message that
 * can't be used.
 */
export async function submitQuoted(ctx: CommandContext, quoted: Quoted, labels: string): Promise<void> {
  if (quoted.kind !== 'message') throw new UserError(`quoted.${quoted.kind}`);
  const { message } = quoted;
  const text = message.text.replace(OWN_COMMAND, '').trim();
  if (message.senderIsApp || message.unreadable || text === '') throw new UserError('quoted.unreadable');
  const [known] = await ctx.repos.items.bySource(message.messageId);
  if (known !== undefined) throw new UserError('quoted.taken', { ref: `#${known.serial}` });
  const author = await findAuthor(ctx, message.senderId);
  if (author.id !== ctx.actor.id) {
    const answer = await answerOf(ctx, message);
    if (answer === undefined) return askAuthor(ctx, message, author.name);
    if (answer === 'no') {
      return ctx.reply({ kind: 'notice', text: texts(ctx.locale).quoted.refused(author.name) });
    }
  }
  const written = [labels.trim(), text].filter((part) => part !== '').join('\n');
  const { messageId, attachments: list } = message;
  const submitted = await submitItems({ ...ctx, actor: author }, written, {
    sourceId: messageId,
    files: { messageId, list },
  });
  await ctx.reply(receiptFor(ctx, submitted));
  const { attachments } = texts(ctx.locale);
  if (message.lostFiles > 0) await ctx.reply({ kind: 'notice', text: attachments.lost(message.lostFiles) });
}

/** The author's yes or no, from the card. Their reply is what lets the waiting message go on. */
export async function answerQuoted(
  ctx: CommandContext,
  data: Readonly<Record<string, string>>,
  answer: Answer,
): Promise<ClickAnswer> {
  const { quoted } = texts(ctx.locale);
  const { message = '', chat = '', by = '' } = data;
  // Whoever else asked for the same message goes on with the answer that there is.
  const released = await ctx.repos.inbox.release(chat, by);
  for (const given of ANSWERS) {
    if (await ctx.repos.records.hasFired('quoted', ctx.group.id, answerKey(message, ctx.actor.id, given))) {
      return { tone: 'info', notice: quoted.answered };
    }
  }
  if (released === 0) return { tone: 'info', notice: quoted.expired };
  await ctx.repos.records.fire({
    schedule: 'quoted',
    groupId: ctx.group.id,
    due: answerKey(message, ctx.actor.id, answer),
    at: toStamp(ctx.now),
    outcome: answer,
  });
  const notice = answer === 'yes' ? quoted.consented : quoted.leftAlone;
  return {
    tone: answer === 'yes' ? 'success' : 'info',
    notice,
    card: { tone: 'neutral', title: notice, blocks: [] },
  };
}

/** Belongs to one author: what anybody else clicks says nothing about this message. */
function answerKey(messageId: string, authorId: string, answer: Answer): string {
  return `${messageId} ${authorId} ${answer}`;
}

async function answerOf(ctx: CommandContext, message: SourceMessage): Promise<Answer | undefined> {
  for (const answer of ANSWERS) {
    const key = answerKey(message.messageId, message.senderId, answer);
    if (await ctx.repos.records.hasFired('quoted', ctx.group.id, key)) return answer;
  }
  return undefined;
}

/** Whoever wrote it must be one whose items count: somebody with a department. */
async function findAuthor(ctx: CommandContext, personId: string) {
  if (personId === ctx.actor.id) return ctx.actor;
  const today = ctx.today.toString();
  const author = await findActor(ctx.repos, { groupId: ctx.group.id, personId, today });
  const here = await ctx.repos.people.isMember(ctx.group.id, personId);
  if (here && author.departments.length > 0) return author;
  throw new UserError('quoted.stranger', { name: author.name || texts(ctx.locale).roles.member });
}

async function askAuthor(ctx: CommandContext, message: SourceMessage, author: string): Promise<void> {
  const { quoted } = texts(ctx.locale);
  await ctx.send({
    key: `quoted:${message.messageId}:${ctx.source.messageId}`,
    target: { kind: 'person', personId: message.senderId },
    message: { kind: 'card', card: consentCard(ctx, message) },
  });
  await ctx.send({
    key: `quoted-asked:${ctx.source.messageId}`,
    target: { kind: 'chat', chatId: ctx.source.chatId, replyTo: ctx.source.messageId },
    message: { kind: 'notice', text: quoted.asked(author) },
  });
  ctx.wait();
}

function consentCard(ctx: CommandContext, message: SourceMessage): Card {
  const { quoted } = texts(ctx.locale);
  const data = {
    group: ctx.group.id,
    message: message.messageId,
    chat: ctx.source.chatId,
    by: ctx.actor.id,
  };
  const characters = [...message.text];
  const more = characters.length > SHOWN_CHARACTERS ? '…' : '';
  return {
    tone: 'info',
    title: quoted.title(ctx.actor.name),
    blocks: [
      { kind: 'text', text: characters.slice(0, SHOWN_CHARACTERS).join('') + more },
      { kind: 'note', text: quoted.how(ANSWERABLE_DAYS) },
      {
        kind: 'buttons',
        buttons: [
          { label: quoted.consent, style: 'primary', action: 'submit.consent', data },
          { label: quoted.refuse, action: 'submit.refuse', data },
        ],
      },
    ],
  };
}

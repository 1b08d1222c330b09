import type { Card, FormField } from '../domain/message/card.ts';
import type { MessageEvent } from '../domain/message/inbound.ts';
import { type Locale, texts } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import { ANSWERABLE_DAYS, type OpenQuestion, type Question } from './open-question.ts';

/** Puts the question on a card under the message, each question once. */
export async function askWriter(
  repos: Repos,
  event: MessageEvent,
  { open, locale }: { open: OpenQuestion; locale: Locale },
): Promise<void> {
  const { kind, about } = open.question;
  const data = { group: open.groupId, message: event.messageId, about, question: kind };
  await repos.outbox.add({
    key: `question:${event.messageId}:${about}:${kind}`,
    groupId: open.groupId,
    target: { kind: 'chat', chatId: event.chatId, replyTo: event.messageId },
    message: { kind: 'card', card: questionCard(open.question, data, locale) },
  });
}

function questionCard(asked: Question, data: Readonly<Record<string, string>>, locale: Locale): Card {
  const { question: words } = texts(locale);
  const { title, text, label } = words[asked.kind];
  const field: FormField =
    asked.kind === 'date'
      ? { kind: 'date', name: 'answer', label }
      : { kind: 'choice', name: 'answer', label, options: asked.options, required: true };
  return {
    tone: 'warning',
    title,
    blocks: [
      { kind: 'text', text: text(asked.written ?? '') },
      {
        kind: 'form',
        fields: [field],
        submit: { label: words.save, style: 'primary', action: 'submit.answer', data },
      },
      { kind: 'note', text: words.how(ANSWERABLE_DAYS) },
    ],
  };
}

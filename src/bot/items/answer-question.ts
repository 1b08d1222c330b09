import type { ClickAnswer } from '../../domain/message/card.ts';
import { toStamp } from '../../kernel/clock.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { answerKey, QUESTIONS } from '../open-question.ts';
import { readDate } from './edit-item.ts';

/**
 * The writer's answer to what was unclear about their message, which goes on with it. Nobody else's press does
 * anything, whatever the card's data says. Throws UserError for a day that can't be the event's.
 */
export async function answerQuestion(
  ctx: CommandContext,
  data: Readonly<Record<string, string>>,
): Promise<ClickAnswer> {
  const { question: words } = texts(ctx.locale);
  const { message = '', about = '', question } = data;
  const kind = QUESTIONS.find((one) => one === question);
  if (kind === undefined) return { tone: 'info', notice: words.over };
  const answer = readField(ctx, kind);
  if (!(await ctx.repos.inbox.releaseMessage(message, ctx.actor.id))) {
    return { tone: 'info', notice: words.over };
  }
  await ctx.repos.records.fire({
    schedule: 'answer',
    groupId: ctx.group.id,
    due: answerKey(message, { kind, about }),
    at: toStamp(ctx.now),
    outcome: answer,
  });
  const shown = answer === '' ? words.taken : words.takenAs(answer);
  return {
    tone: 'success',
    notice: shown,
    card: { tone: 'neutral', title: words[kind].title, blocks: [{ kind: 'text', text: shown }] },
  };
}

/** A picked day comes with an offset behind it. */
function readField({ form, today }: CommandContext, kind: (typeof QUESTIONS)[number]): string {
  const { answer = '' } = form;
  if (kind !== 'date' || answer === '') return answer;
  return readDate(answer.slice(0, 'YYYY-MM-DD'.length), today).toString();
}

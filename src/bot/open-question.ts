import { UserError } from '../kernel/errors.ts';
import type { CommandContext } from './context.ts';

export const QUESTIONS = ['date', 'department'] as const;
export type QuestionKind = (typeof QUESTIONS)[number];

/**
 * For so many days a message is kept whose question nobody has answered: by then its week is over, and what it says has
 * to be sent in anew as a late one.
 */
export const ANSWERABLE_DAYS = 7;

export interface Question {
  readonly kind: QuestionKind;
  /** The text it is about: where the item comes from (`om_…`, `om_…#2`). */
  readonly about: string;
  /** What the writer put there, if anything. */
  readonly written: string | undefined;
  /** What may be chosen; a date has none. */
  readonly options: readonly string[];
}

/**
 * A mistake in a message that one press can settle. What was done is rolled back, the message is kept, and worked off
 * anew with the answer. A click cannot be kept: there it is told like any mistake.
 */
export class OpenQuestion extends UserError {
  readonly question: Question;
  readonly groupId: string;

  constructor(ctx: CommandContext, mistake: UserError, question: Question) {
    super(mistake.code, mistake.data);
    this.name = 'OpenQuestion';
    this.question = question;
    this.groupId = ctx.group.id;
  }
}

type Asked = Pick<Question, 'kind' | 'about'>;

/** What the writer of the message at hand has answered: '' for a field left empty, undefined for no answer yet. */
export function readAnswer(ctx: CommandContext, asked: Asked): Promise<string | undefined> {
  return ctx.repos.records.outcome('answer', ctx.group.id, answerKey(ctx.source.messageId, asked));
}

/** Under which an answer is on record, for one message alone. */
export function answerKey(messageId: string, { kind, about }: Asked): string {
  return `${messageId} ${about} ${kind}`;
}

import type { ClickAnswer } from '../domain/message/card.ts';
import { cleanLine } from '../kernel/text/clean-text.ts';
import type { Locale } from '../kernel/text/texts.ts';
import { drawCard } from './draw-card.ts';

const TOAST_TYPES = { info: 'info', success: 'success', warning: 'warning', danger: 'error' } as const;

/** The body that answers a card callback: a short notice, and the card as it stands now. */
export function answerClick(answer: ClickAnswer, locale: Locale = 'zh-CN'): object {
  return {
    toast: { type: TOAST_TYPES[answer.tone], content: cleanLine(answer.notice) },
    ...(answer.card && { card: { type: 'raw', data: drawCard(answer.card, locale).json } }),
  };
}

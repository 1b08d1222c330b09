import { setTimeout as pause } from 'node:timers/promises';
import type { ClickAnswer } from '../domain/message/card.ts';
import type { CardActionEvent } from '../domain/message/inbound.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Locale, Words } from '../kernel/text/texts.ts';

const WORDS: Words<{ slow: string; failed: string }> = {
  'zh-CN': { slow: '正在处理，请稍候。', failed: '没有成功，请稍后再试。' },
  en: { slow: 'Working on it, one moment please.', failed: 'That did not work. Please try again later.' },
};

export interface Answerer {
  readonly click: (event: CardActionEvent) => Promise<ClickAnswer>;
  readonly drawAnswer: (answer: ClickAnswer) => object;
  readonly logger: Logger;
  readonly locale?: Locale;
  readonly clickTimeoutMs?: number;
}

/**
 * The body that answers a click, always within the time: the platform shows an error after three seconds and never
 * asks again. A click that takes longer is still carried out; one that fails is told to the person who clicked.
 */
export async function answerInTime(deps: Answerer, event: CardActionEvent): Promise<object> {
  const words = WORDS[deps.locale ?? 'zh-CN'];
  const deadline = new AbortController();
  const { signal } = deadline;
  const slow = pause(deps.clickTimeoutMs ?? 2_500, 'slow' as const, { signal, ref: false });
  slow.catch(() => undefined);
  const answer = settleClick(deps, event, words.failed);
  try {
    const first = await Promise.race([answer, slow]);
    if (first !== 'slow') return first;
    deps.logger.warn({ trace: event.eventId, action: event.action }, 'click not answered in time');
    return deps.drawAnswer({ tone: 'info', notice: words.slow });
  } finally {
    deadline.abort();
  }
}

/** Never rejects, since it may be waited for no longer. */
async function settleClick(deps: Answerer, event: CardActionEvent, failed: string): Promise<object> {
  try {
    return deps.drawAnswer(await deps.click(event));
  } catch (err) {
    deps.logger.error({ err, trace: event.eventId, action: event.action }, 'click failed');
    return deps.drawAnswer({ tone: 'danger', notice: failed });
  }
}

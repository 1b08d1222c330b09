import type { WorkContext } from '../context.ts';
import { dropAnswered } from './drop-answered.ts';
import { redrawCards } from './redraw-cards.ts';

/**
 * Brings what reminds people up to what has been sent in, whatever command or recall it was that changed something:
 * called at the end of each transaction in which people act.
 */
export async function followAnswers(ctx: WorkContext): Promise<void> {
  await redrawCards(ctx);
  await dropAnswered(ctx);
}

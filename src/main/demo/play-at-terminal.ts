import { play } from '../../../sandbox/demo/play.ts';
import { runPrompt } from '../../../sandbox/demo/prompt.ts';
import type { Demo } from './open-demo.ts';

/** Days of the script that are played before a person takes over. */
const FIRST_DAYS = 14;

/** Plays the set-up and the first two weeks, then hands the group over to whoever sits at the terminal. */
export async function playAtTerminal({ stage, script, bot }: Demo, folder: string): Promise<void> {
  const until = script.start.add({ days: FIRST_DAYS });
  const acts = script.acts.filter(({ on }) => on.until(until).days > 0);
  process.stdout.write(`Playing the first ${FIRST_DAYS} days of the month …\n`);
  await Promise.race([play(stage, acts), bot.hopeless]);
  const terminal = { input: process.stdin, output: process.stdout, folder };
  await Promise.race([runPrompt(stage, terminal), bot.hopeless]);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { play } from '../../../sandbox/demo/play.ts';
import { moveTo, type Stage, settle } from '../../../sandbox/demo/stage.ts';
import { suggestFirstSteps } from '../../../sandbox/demo/suggestions.ts';
import { instantAt, parseDay } from '../../kernel/clock.ts';
import { print } from '../print.ts';
import type { Demo } from './open-demo.ts';

/** The day of the month on which visitors take over, and the time. */
const TAKE_OVER = { day: '20', time: '09:00' };

/** Longest wait at one stop of the clock. While a visitor lets the platform fail, the bot cannot finish. */
const STOP_MS = 1500;

const INVITATION = {
  'zh-CN': '用浏览器打开上面的地址即可试用；按 Ctrl + C 结束。',
  en: 'Open this address in a browser; Ctrl + C ends it.',
};

/** Shows the demo's page, plays the month so far before the visitors' eyes, and leaves the rest to them. */
export async function openPage({ stage, script, bot, month }: Demo): Promise<never> {
  const { sandbox } = stage;
  const takeOver = `${month}-${TAKE_OVER.day}`;
  const acts = script.acts.filter(({ on }) => on.toString() < takeOver);
  sandbox.page.follow(() => followClock(stage));
  sandbox.page.suggest(suggestFirstSteps(stage));
  print('', `  ${sandbox.url}`, '', INVITATION['zh-CN'], INVITATION.en);
  const played = sandbox.page.play(async (tell) => {
    await play(stage, acts, async (index) => tell(index / acts.length));
    await moveTo(stage, instantAt(parseDay(takeOver), TAKE_OVER.time));
  });
  await Promise.race([played, bot.hopeless]);
  return bot.hopeless;
}

/** The bot goes along with the clock, and does what is due, at each stop. */
async function followClock(stage: Stage): Promise<void> {
  await stage.bot.follow(stage.sandbox.clock);
  const done = settle(stage, 0).catch(() => undefined);
  await Promise.race([done, sleep(STOP_MS)]);
}

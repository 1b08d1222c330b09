import type { Platform } from '../../bot/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Locale } from '../../kernel/text/texts.ts';
import { readPlatformTime } from '../../lark/read-platform-time.ts';
import { type Check, fail, pass } from './check.ts';
import { checkClock } from './check-machine.ts';
import { explainRefusal } from './explain-refusal.ts';

const TIMEOUT_MS = 5_000;

export interface ReachOptions {
  readonly apiUrl: string;
  readonly locale: Locale;
  readonly clock: Clock;
  /** True while "now" is a test clock's, which is not compared. */
  readonly testClock: boolean;
}

/** Whether the platform answers at all, and the machine's clock against its own. */
export async function checkReach(options: ReachOptions): Promise<readonly Check[]> {
  try {
    const platformMs = await readPlatformTime(options.apiUrl, TIMEOUT_MS);
    const reached = pass('platform', `${options.apiUrl} answers`);
    if (platformMs === undefined || options.testClock) return [reached];
    return [reached, checkClock(options.clock, platformMs)];
  } catch (error) {
    const { found, remedy } = explainRefusal(error, options.locale);
    return [fail('platform', `${options.apiUrl}: ${found}`, remedy)];
  }
}

/** App ID and secret are taken and the app is a bot: asked together, since who the bot is needs a token. */
export async function checkIdentity(platform: Platform, locale: Locale): Promise<Check> {
  try {
    return pass('app and bot', `the secret is taken; the bot is ${await platform.botId()}`);
  } catch (error) {
    const { found, remedy } = explainRefusal(error, locale);
    return fail('app and bot', found, remedy);
  }
}

/** Uploads one byte, which nobody sees: a file shows only in the message it is sent with. */
export async function checkUpload(platform: Platform, locale: Locale): Promise<Check> {
  try {
    await platform.upload('doctor.txt', Buffer.from('.'));
    return pass('right to upload', 'report files can be sent');
  } catch (error) {
    const { found, remedy } = explainRefusal(error, locale);
    return fail('right to upload', found, remedy);
  }
}

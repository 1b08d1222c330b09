import type { Platform } from '../bot/ports.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/create-store.ts';

const KEY = 'bot-id';
const RETRY_MS = 15_000;

export interface BotIdentity {
  /** The bot's own person id; undefined until the platform has answered for the first time ever. */
  readonly id: () => string | undefined;
  stop(): void;
}

/** Takes the id kept from an earlier run, so that starting needs no network, and asks the platform beside it. */
export async function learnBotId(store: Store, platform: Platform, logger: Logger): Promise<BotIdentity> {
  let id = await store.repos.records.value(KEY);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(): Promise<void> {
    try {
      const found = await platform.botId();
      if (stopped || found === id) return;
      id = found;
      await store.repos.records.setValue(KEY, found);
    } catch (err) {
      logger.warn({ err }, 'the platform has not told who the bot is; asking again soon');
      if (!stopped) timer = setTimeout(() => void ask(), RETRY_MS);
    }
  }

  // Not before the server listens: the first call loads the platform's library.
  timer = setTimeout(() => void ask(), 0);
  return {
    id: () => id,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

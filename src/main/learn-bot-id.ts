import type { Platform } from '../bot/ports.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/create-store.ts';

const RETRY_MS = 15_000;

export interface BotIdentity {
  /** The bot's own person id; undefined until the platform has answered for the first time ever. */
  readonly id: () => string | undefined;
  stop(): void;
}

export interface IdentityDeps {
  readonly store: Store;
  readonly platform: Platform;
  readonly appId: string;
  readonly logger: Logger;
}

/**
 * Asks the platform once in the life of an app, whose bot never gets another id. Later starts take the id kept from
 * then and need no network.
 */
export async function learnBotId({ store, platform, appId, logger }: IdentityDeps): Promise<BotIdentity> {
  const key = `bot-id:${appId}`;
  let id = await store.repos.records.value(key);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(): Promise<void> {
    try {
      const found = await platform.botId();
      if (stopped) return;
      id = found;
      await store.repos.records.setValue(key, found);
    } catch (err) {
      logger.warn({ err }, 'the platform has not told who the bot is; asking again soon');
      if (!stopped) timer = setTimeout(() => void ask(), RETRY_MS);
    }
  }

  // Not before the server listens: the first call loads the platform's library.
  if (id === undefined) timer = setTimeout(() => void ask(), 0);
  return {
    id: () => id,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

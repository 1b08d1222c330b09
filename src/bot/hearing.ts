import { type Clock, toStamp } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Repos } from '../store/create-store.ts';

/**
 * What the bot hears in a group. Without the right `im:message.group_msg` the platform pushes only messages that mention
 * the bot; nothing tells which way it is but the first message that comes without a mention.
 */
export interface Hearing {
  /** A message of this chat came that does not mention the bot. Returns at once; stored once for each chat. */
  note(chatId: string): void;
}

const HEARD = 'heard-unmentioned';

export function createHearing(deps: {
  readonly repos: Pick<Repos, 'records'>;
  readonly clock: Clock;
  readonly logger: Logger;
}): Hearing {
  const noted = new Set<string>();
  return {
    note(chatId) {
      if (noted.has(chatId)) return;
      noted.add(chatId);
      const first = {
        schedule: HEARD,
        groupId: chatId,
        due: '',
        at: toStamp(deps.clock.now()),
        outcome: '',
      };
      deps.repos.records.fire(first).catch((err: unknown) => {
        deps.logger.warn({ err }, 'what is heard could not be noted');
        noted.delete(chatId);
      });
    },
  };
}

/** False while every message that has ever come from the group mentioned the bot. */
export function hearsUnmentioned(repos: Pick<Repos, 'records'>, groupId: string): Promise<boolean> {
  return repos.records.hasFired(HEARD, groupId, '');
}

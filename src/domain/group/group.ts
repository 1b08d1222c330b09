import type { GroupSettings } from './settings.ts';

export interface Group {
  /** The platform's chat id. */
  readonly id: string;
  readonly name: string;
  readonly settings: GroupSettings;
  /** Another one with every change of the group's own calendar days; absent while it has changed none. */
  readonly calendarVersion?: string;
  /** Since when the bot sends rounds by itself (ISO-8601 UTC); absent until an admin has pressed 启用. */
  readonly enabledAt?: string;
  readonly removedAt?: string;
}

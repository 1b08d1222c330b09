import type { GroupSettings } from '../domain/group/settings.ts';
import { remember } from '../kernel/remember.ts';

/** A group's settings from what it has set for itself, as JSON. The same text gives the same object. */
export type ReadSettings = (own: string) => GroupSettings;

/** Far more than groups set differently; a bound all the same, since every change makes a new text. */
const KEPT = 5000;

/** What a group has not set follows `defaults`. Every tick and every message reads settings, so each text is read once. */
export function createReadSettings(defaults: GroupSettings): ReadSettings {
  return remember(KEPT, (own: string) => merge(defaults, readOwn(own)));
}

/** One level deeper for what has parts: a later version may add one that the group could not set yet. */
function merge(defaults: GroupSettings, own: Partial<GroupSettings>): GroupSettings {
  return {
    ...defaults,
    ...own,
    reminders: { ...defaults.reminders, ...own.reminders },
    workingHours: { ...defaults.workingHours, ...own.workingHours },
  };
}

export function readOwn(json: string): Partial<GroupSettings> {
  return JSON.parse(json);
}

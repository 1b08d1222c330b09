import type { Group } from '../../domain/group/group.ts';

/** What a group is called where another one speaks of it: its bureau. */
export function unitOf({ settings, name }: Group): string {
  return settings.unitName || name;
}

import type { SettingsProblem } from '../../domain/group/check-settings.ts';
import { changeSetting, readSetting, type SettingName } from '../../domain/group/setting.ts';
import type { GroupSettings } from '../../domain/group/settings.ts';
import type { CommandContext } from '../context.ts';

/** Changes one setting of the group as a person typed it, and writes that to the log. */
export async function setSetting(
  ctx: CommandContext,
  name: SettingName,
  typed: string,
): Promise<
  | { readonly ok: true; readonly isNew: boolean; readonly settings: GroupSettings }
  | { readonly ok: false; readonly problem: SettingsProblem }
> {
  const before = ctx.group.settings;
  const changed = changeSetting(before, name, typed);
  if (!changed.ok) return changed;
  const detail = { setting: name, from: readSetting(before, name), to: readSetting(changed.settings, name) };
  const isNew = JSON.stringify(detail.from) !== JSON.stringify(detail.to);
  if (isNew) {
    await ctx.repos.groups.override(ctx.group.id, changed.change);
    await ctx.audit('config.set', detail);
  }
  return { ok: true, isNew, settings: changed.settings };
}

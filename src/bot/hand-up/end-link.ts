import type { GroupLink } from '../../domain/hand-up/group-link.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findHolders } from '../find-holders.ts';
import { sendPrivately } from '../send-privately.ts';
import { unitOf } from './unit-of.ts';

interface EndWords {
  readonly ended: (unit: string) => string;
}

const WORDS: Words<EndWords> = {
  'zh-CN': {
    ended: (unit) => `“${unit}”已解除与本群的上下级对接，今后不再互通；已报送的信息照常保留。`,
  },
  en: { ended: (unit) => `${unit} has ended its link with this group. What was handed up stays.` },
};

/** Ends a link from either side; the other group's admins are told, if the bot still is there. */
export async function endLink(ctx: CommandContext, link: GroupLink): Promise<void> {
  const at = toStamp(ctx.now);
  const by = ctx.actor.id;
  const otherId = link.parentId === ctx.group.id ? link.childId : link.parentId;
  if (!(await ctx.repos.groupLinks.end(link.id, { by, at }))) return;
  const other = await ctx.repos.groups.find(otherId);
  const detailFor = (groupId: string, unit: string) =>
    groupId === link.parentId ? { unit, department: link.departmentId } : { unit };
  await ctx.audit('link.end', detailFor(ctx.group.id, other === undefined ? '' : unitOf(other)));
  const entry = { groupId: otherId, at, actorId: by, action: 'link.end' };
  await ctx.repos.records.audit({ ...entry, detail: detailFor(otherId, unitOf(ctx.group)) });
  const there = await ctx.inGroup(otherId);
  if (there === undefined) return;
  await sendPrivately(there, await findHolders(there, 'admin'), {
    key: `link-ended:${link.id}`,
    message: { kind: 'notice', text: WORDS[ctx.locale].ended(unitOf(ctx.group)) },
  });
}

import { isGone } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { describeStanding } from '../items/describe-standing.ts';
import { sendPrivately } from '../send-privately.ts';
import { enterLinked } from './enter-linked.ts';

interface GoneWords {
  readonly gone: (of: { unit: string; serial: number; number: string; standing: string }) => string;
}

const WORDS: Words<GoneWords> = {
  'zh-CN': {
    gone: ({ unit, serial, number, standing }) =>
      `${unit}报送的 #${serial}（${number}）在其群内现为“${standing}”，请核对并与对方联系；要撤下的，发送 /撤回 #${serial}，或 /保密 #${serial} 不宜公开 原因。`,
  },
  en: {
    gone: ({ unit, serial, number, standing }) =>
      `#${serial} (${number}), handed up by ${unit}, is ${standing} in its group now. Please ask them; to take it down: /withdraw #${serial}, or /secrecy #${serial}.`,
  },
};

/** The upper group's leads learn in private that what was handed up to them may not be printed below any more. */
export async function tellReceiver(ctx: CommandContext, item: ItemRecord): Promise<void> {
  if (!isGone(item)) return;
  const { groupLinks, itemOrigins, items } = ctx.repos;
  const link = await groupLinks.above(ctx.group.id);
  const origin = (await itemOrigins.above(item.id)).find(({ groupId }) => groupId === link?.parentId);
  if (link === undefined || origin === undefined) return;
  const linked = await enterLinked(ctx, link);
  const above = await items.byId(origin.itemId);
  if (linked.kind !== 'open' || above === undefined || isGone(above)) return;
  const { there } = linked;
  const { unit } = origin;
  const { serial, number } = above;
  const text = WORDS[ctx.locale].gone({ unit, serial, number, standing: describeStanding(ctx.locale, item) });
  await sendPrivately(there, await there.repos.people.leads(there.group.id), {
    key: `gone-below:${above.id}:${item.state}:${item.secrecy}:${ctx.today.toString()}`,
    message: { kind: 'notice', text },
  });
}

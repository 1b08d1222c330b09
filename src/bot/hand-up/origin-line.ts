import type { ItemOrigin } from '../../domain/hand-up/item-origin.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { describeMonth } from '../../domain/period/month.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

interface OriginWords {
  readonly from: (origin: ItemOrigin, month: string) => string;
}

const WORDS: Words<OriginWords> = {
  'zh-CN': {
    from: ({ unit, number, department, version }, month) =>
      `${unit} ${number}（${department}），${month}定稿第 ${version} 版`,
  },
  en: {
    from: ({ unit, number, department, version }, month) =>
      `${unit} ${number} (${department}), version ${version} of ${month}`,
  },
};

/** Where an item was handed up from, the nearest group first, a line each; empty for an item of the group's own. */
export async function originLine(ctx: CommandContext, item: ItemRecord): Promise<string> {
  const chain = await ctx.repos.itemOrigins.chainOf(item.id);
  return chain.map((origin) => WORDS[ctx.locale].from(origin, describeMonth(origin.month))).join('\n');
}

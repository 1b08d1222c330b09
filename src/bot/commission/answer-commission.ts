import { type Commission, parseCommissionRef } from '../../domain/commission/commission.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { CommandContext } from '../context.ts';

/** `unknown`: there is no such commission, or it was cancelled; the item is stored all the same. */
export type CommissionAnswer =
  | { readonly kind: 'answered'; readonly commission: Commission }
  | { readonly kind: 'unknown'; readonly written: string };

/** Notes that an item answers the commission its sender named, as in `约稿：c3`. */
export async function answerCommission(
  ctx: CommandContext,
  item: ItemRecord,
  written: string | undefined,
): Promise<CommissionAnswer | undefined> {
  if (written === undefined) return undefined;
  const commission = await findCommission(ctx, written);
  if (commission === undefined) return { kind: 'unknown', written };
  await ctx.repos.commissions.answer(commission.id, item.id);
  return { kind: 'answered', commission };
}

/** The commission of this group, not cancelled, that a person means by `c3`. */
export async function findCommission(ctx: CommandContext, written: string): Promise<Commission | undefined> {
  const serial = parseCommissionRef(written);
  const found = serial === undefined ? undefined : await ctx.repos.commissions.find(ctx.group.id, serial);
  return found?.cancelledAt === undefined ? found : undefined;
}

/**
 * The reference (`c3`) of the commission whose card this message answers. Of a card the platform tells its title alone,
 * which has the reference and the topic in it.
 */
export async function quotedCommission(ctx: CommandContext): Promise<string | undefined> {
  if (ctx.quoted?.kind !== 'message' || !ctx.quoted.message.senderIsApp) return undefined;
  const { text } = ctx.quoted.message;
  const [ref] = /\bc\d{1,6}(?=\s*[：:])/u.exec(text) ?? [];
  const commission = ref === undefined ? undefined : await findCommission(ctx, ref);
  return commission !== undefined && text.includes(commission.topic) ? ref : undefined;
}

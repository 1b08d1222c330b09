import { namesAnother } from '../../domain/item/item-number.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Repos } from '../../store/create-store.ts';
import type { ArgumentShape } from '../grammar/read-arguments.ts';

export interface Answered {
  readonly groupId: string;
  /** The message that the person replied to. */
  readonly parentId: string | undefined;
}

/** Drafts that tell of one item begin so: what it is about, and the item's id. */
const ABOUT_ITEM =
  /^(?:item|review|reviewed|alike|secrecy|recall-ask|late-item|frozen-differs|handed-back|leak):([^:]+):/;

/**
 * Who replies to an item's message, receipt or card with a command that wants an item's number need not write it:
 * `撤回` is then read as `撤回 202611-规划科-03`. Text that brings a number is left alone, and so is every reply to a
 * message that tells of several items or of none.
 */
export async function addAnsweredItem(
  repos: Repos,
  shape: ArgumentShape,
  { argsText, ...answered }: Answered & { argsText: string },
): Promise<string> {
  if (shape.positional?.[0] !== 'ref' || namesAnother(argsText)) return argsText;
  const item = await findAnsweredItem(repos, answered);
  return item === undefined ? argsText : `${item.number} ${argsText}`;
}

async function findAnsweredItem(
  repos: Repos,
  { groupId, parentId }: Answered,
): Promise<ItemRecord | undefined> {
  if (parentId === undefined) return undefined;
  const answer = await repos.outbox.planOf(parentId);
  const aboutId = ABOUT_ITEM.exec(answer?.key ?? '')?.[1];
  const items =
    aboutId === undefined
      ? await repos.items.bySource(answer?.replyTo ?? parentId)
      : await repos.items.byIds([aboutId]);
  const [item, ...others] = items.filter((one) => one.groupId === groupId);
  return others.length === 0 ? item : undefined;
}

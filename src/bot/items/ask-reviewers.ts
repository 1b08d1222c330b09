import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import { weekOf } from '../../domain/period/week.ts';
import { reviewersOf } from '../../domain/review/reviewers.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { readHolders } from '../find-holders.ts';
import { sendPrivately } from '../send-privately.ts';
import { reviewCard } from './review-card.ts';

/** An item that waits for a review which nobody here may give. */
interface ReviewGap {
  readonly item: string;
  readonly roles: string;
  /** The role that is asked first. */
  readonly first: string;
}

interface AskWords {
  readonly nobody: (gap: ReviewGap) => string;
  readonly title: (count: number) => string;
  readonly line: (serial: number, number: string, title: string) => string;
  readonly how: string;
}

const WORDS: Words<AskWords> = {
  'zh-CN': {
    nobody: ({ item, roles, first }) =>
      `${item}在等${roles}审核，但本群没有人能审核它（本人不能审核自己报送的信息）。请管理员发送：/角色 ${first} @某人；不需要审核的，发送：/设置 审核级数 0，已在等的由负责人 /通过。`,
    title: (count) => `待审 ${count} 条`,
    line: (serial, number, title) => `#${serial} ${number}《${title}》`,
    how: '发送 /查看 编号 看全文；/通过 编号（可一次写几条），或 /退回 编号 原因。',
  },
  en: {
    nobody: ({ item, roles, first }) =>
      `${item} waits for ${roles}, but nobody here can review it (nobody reviews a text of their own). Admins: send /role ${first} @person; or, without reviews, /config reviewLevels 0, and a lead approves what waits.`,
    title: (count) => `${count} items wait for your review`,
    line: (serial, number, title) => `#${serial} ${number} "${title}"`,
    how: 'Send /show NUMBER to read one; /approve NUMBER (or several), or /return NUMBER reason.',
  },
};

/**
 * Puts an item before those who may pass its next review, each in private, and returns their names. Of the roles that
 * may, the first is asked that anybody here holds, so that a lead is not troubled where there is an editor. Nobody
 * there: it waits in the queue, and those who can change that are told.
 */
export async function askReviewers(ctx: CommandContext, item: ItemRecord): Promise<readonly string[]> {
  return ask(ctx, item, { key: 'review', makeCard: () => reviewCard(ctx, item) });
}

/**
 * As `askReviewers` for items of one author that wait for the same review: one message lists them all. Returns the names
 * of those who were asked.
 */
export async function askReviewersOfAll(
  ctx: CommandContext,
  items: readonly ItemRecord[],
): Promise<readonly string[]> {
  const [first, second] = items;
  if (first === undefined) return [];
  if (second === undefined) return askReviewers(ctx, first);
  return ask(ctx, first, { key: 'review-all', makeCard: async () => reviewListCard(ctx, items) });
}

/** Sends the card to those who may review the item. `key` begins the draft's key. */
async function ask(
  ctx: CommandContext,
  item: ItemRecord,
  { key, makeCard }: { readonly key: string; readonly makeCard: () => Promise<Card> },
): Promise<readonly string[]> {
  const holdersOf = await readHolders(ctx);
  const reviewers = findReviewers(ctx, item, holdersOf);
  if (reviewers.length === 0) {
    await tellOfGap(ctx, item, holdersOf);
    return [];
  }
  await sendPrivately(ctx, reviewers, {
    key: `${key}:${item.id}:${item.revision}`,
    message: { kind: 'card', card: await makeCard() },
  });
  const names = await ctx.repos.people.names(reviewers);
  return reviewers.map((id) => names.get(id) ?? id);
}

function reviewListCard(ctx: CommandContext, items: readonly ItemRecord[]): Card {
  const words = WORDS[ctx.locale];
  return {
    tone: 'info',
    title: words.title(items.length),
    blocks: [
      { kind: 'list', items: items.map(({ serial, number, title }) => words.line(serial, number, title)) },
      { kind: 'note', text: words.how },
    ],
  };
}

type HoldersOf = Awaited<ReturnType<typeof readHolders>>;

function findReviewers(ctx: CommandContext, item: ItemRecord, holdersOf: HoldersOf): readonly string[] {
  const { reviewLevels, ownReview } = ctx.group.settings;
  for (const role of reviewersOf(item.approvals, reviewLevels)) {
    const able = holdersOf(role).filter((personId) => ownReview || personId !== item.authorId);
    if (able.length > 0) return able;
  }
  return [];
}

/** Leads and admins, once a week for each kind of reviewer that is missing: the first item says it for all. */
async function tellOfGap(ctx: CommandContext, item: ItemRecord, holdersOf: HoldersOf): Promise<void> {
  const { roles: names, list } = texts(ctx.locale);
  const roles = reviewersOf(item.approvals, ctx.group.settings.reviewLevels);
  const [first] = roles;
  if (first === undefined) return;
  const told = [...holdersOf('lead'), ...holdersOf('admin')];
  const text = WORDS[ctx.locale].nobody({
    item: `${item.number}《${item.title}》`,
    roles: list(roles.map((role) => names[role])),
    first: names[first],
  });
  await sendPrivately(ctx, [...new Set(told)], {
    key: `no-reviewer:${ctx.group.id}:${first}:${weekOf(ctx.today)}`,
    message: { kind: 'notice', text },
  });
}

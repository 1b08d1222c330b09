import type { SandboxMessage } from '../world/world.ts';
import type { Tick } from './act.ts';
import { POSTS, type Post, postOf } from './cast.ts';
import { idOf, nameOf, type Stage } from './stage.ts';

/** Throws when the round of reminders that has just fallen due names anybody else than those who have to be. */
export function checkRound(stage: Stage, { on, time, round }: Tick): void {
  if (round === undefined) return;
  const named = round.kind === 'group' ? namedInGroup(stage) : namedInPrivate(stage);
  const expected = expectedNames(round.kind, round.missing);
  if ([...named].sort().join() === [...expected].sort().join()) return;
  throw new Error(
    `${on.toString()} ${time}: ${expected.join('、') || 'nobody'} had to be reminded, but it was ${named.join('、') || 'nobody'}`,
  );
}

/** Whom a round reminds: in private the deputies too. */
export function expectedNames(kind: 'group' | 'private', missing: readonly string[]): readonly string[] {
  return missing.map(postOf).flatMap((post) => (kind === 'private' ? peopleOf(post) : [post.correspondent]));
}

/** A card in the group that asks, or once all have answered has asked, for what is missing; a preview is none. */
export function isReminder({ senderId, parentId, text }: SandboxMessage): boolean {
  return senderId === 'bot' && parentId === undefined && /^本周(还有 \d+ 个部门未报|已全部报齐)/.test(text);
}

export function isPrivateReminder({ senderId, parentId, text }: SandboxMessage): boolean {
  return senderId === 'bot' && parentId === undefined && text.includes('的信息还没有收到');
}

function namedInGroup(stage: Stage): readonly string[] {
  const card = stage.sandbox
    .messages(stage.group)
    .findLast((message) => isReminder(message) && isNew(stage, message));
  return card?.mentions.map((id) => nameOf(stage, id)) ?? [];
}

function namedInPrivate(stage: Stage): readonly string[] {
  const { sandbox } = stage;
  return POSTS.flatMap(peopleOf).filter((name) =>
    sandbox
      .messages(sandbox.privateChat(idOf(stage, name)))
      .some((message) => isPrivateReminder(message) && isNew(stage, message)),
  );
}

/** Sent since the clocks were moved to the round's minute. */
function isNew({ sandbox }: Stage, { createdAt }: SandboxMessage): boolean {
  return createdAt.until(sandbox.clock.now()).total('minutes') < 2;
}

function peopleOf({ correspondent, deputy }: Post): readonly string[] {
  return deputy === undefined ? [correspondent] : [correspondent, deputy];
}

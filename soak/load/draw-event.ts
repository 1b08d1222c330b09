import type { Sandbox } from '../../sandbox/sandbox.ts';
import { drawReason, drawSubmission, drawTalk, drawTitle } from './draw-text.ts';
import type { WorkGroup } from './work-group.ts';

export type CommandKind = 'submit' | 'edit' | 'nil' | 'status' | 'approve' | 'withdraw';

/** One message that somebody sends. */
export interface SoakEvent {
  readonly group: WorkGroup;
  readonly kind: CommandKind | 'talk';
  readonly person: string;
  readonly chat: string;
  readonly text: string;
}

type Dice = () => number;

/** Of ten messages nine are talk; what is left is shared like this. */
const COMMAND_SHARE = 0.1;
const SHARES: readonly (readonly [kind: CommandKind, upTo: number])[] = [
  ['submit', 0.6],
  ['edit', 0.7],
  ['approve', 0.82],
  ['withdraw', 0.87],
  ['nil', 0.93],
  ['status', 1],
];
const PRIVATE_SHARE = 0.3;

/** Draws who says what where. Commands about an item name one that the group has had a receipt for. */
export function drawEvent(
  groups: readonly WorkGroup[],
  { dice, sandbox }: { dice: Dice; sandbox: Pick<Sandbox, 'privateChat'> },
): SoakEvent {
  const group = pick(groups, dice);
  const kind = drawKind(group, dice);
  const person = kind === 'approve' ? group.lead : pick(group.correspondents, dice);
  const isPrivate = kind !== 'talk' && dice() < PRIVATE_SHARE;
  const chat = isPrivate ? sandbox.privateChat(person) : group.chat;
  return { group, kind, person, chat, text: drawWords(kind, group, dice) };
}

function drawKind({ serials }: WorkGroup, dice: Dice): SoakEvent['kind'] {
  if (dice() >= COMMAND_SHARE) return 'talk';
  const point = dice();
  const kind = SHARES.find(([, upTo]) => point < upTo)?.[0] ?? 'status';
  const needsItem = kind === 'edit' || kind === 'approve' || kind === 'withdraw';
  return needsItem && serials.length === 0 ? 'submit' : kind;
}

function drawWords(kind: SoakEvent['kind'], { serials }: WorkGroup, dice: Dice): string {
  switch (kind) {
    case 'talk':
      return drawTalk(dice);
    case 'submit':
      return `/报送 ${drawSubmission(dice)}`;
    case 'edit':
      return `/修改 #${pick(serials, dice)} 标题：${drawTitle(dice)}`;
    case 'approve':
      return `/通过 #${pick(serials, dice)}`;
    case 'withdraw':
      return `/撤回 #${pick(serials, dice)} ${drawReason(dice)}`;
    case 'nil':
      return `/本周无 ${drawReason(dice)}`;
    case 'status':
      return '/进度';
  }
}

function pick<T>(list: readonly T[], dice: Dice): T {
  const one = list[Math.floor(dice() * list.length)];
  if (one === undefined) throw new RangeError('there is nothing to pick from');
  return one;
}

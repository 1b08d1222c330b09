export const ITEM_STATES = ['submitted', 'approved', 'returned', 'withdrawn', 'merged'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What decides how an item may go on. */
export interface ItemProgress {
  readonly state: ItemState;
  /** Reviews passed so far (k of n). */
  readonly approvals: number;
}

/** `edit` is a change of title, body or date; changing anything else leaves the state alone. */
export type ItemAction = 'submit' | 'approve' | 'return' | 'edit' | 'withdraw' | 'merge';

/**
 * Why not. `unknown`: there is no item; `exists`: it has been submitted already; `closed`: withdrawn or merged, nothing
 * moves it any more; `not-in-review`: only what waits for review can be approved; `returned`: already given back.
 */
export type ItemRefusal = 'unknown' | 'exists' | 'closed' | 'not-in-review' | 'returned';

export type ItemTransition =
  | { readonly ok: true; readonly state: ItemState; readonly approvals: number }
  | { readonly ok: false; readonly reason: ItemRefusal };

/** The whole table of an item's life. `levels`: reviews the group asks for now, 0–3; `item` undefined: not stored yet. */
export function nextState(
  item: ItemProgress | undefined,
  action: ItemAction,
  levels: number,
): ItemTransition {
  if (!item) return action === 'submit' ? enterReview(levels) : refuse('unknown');
  if (action === 'submit') return refuse('exists');
  if (item.state === 'withdrawn' || item.state === 'merged') return refuse('closed');
  switch (action) {
    case 'approve':
      return item.state === 'submitted' ? passReview(item.approvals + 1, levels) : refuse('not-in-review');
    case 'return':
      return item.state === 'returned' ? refuse('returned') : moveTo('returned', 0);
    case 'edit':
      return enterReview(levels);
    case 'withdraw':
      return moveTo('withdrawn', item.approvals);
    case 'merge':
      return moveTo('merged', item.approvals);
  }
}

function enterReview(levels: number): ItemTransition {
  return passReview(0, levels);
}

/** ≥, not =: the group may have lowered its levels while the item was in review. */
function passReview(approvals: number, levels: number): ItemTransition {
  return moveTo(approvals >= levels ? 'approved' : 'submitted', approvals);
}

function moveTo(state: ItemState, approvals: number): ItemTransition {
  return { ok: true, state, approvals };
}

function refuse(reason: ItemRefusal): ItemTransition {
  return { ok: false, reason };
}

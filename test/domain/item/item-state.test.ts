import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ITEM_STATES,
  type ItemAction,
  type ItemProgress,
  nextState,
} from '../../../src/domain/item/item-state.ts';

const ACTIONS: readonly ItemAction[] = ['submit', 'approve', 'return', 'edit', 'withdraw', 'merge'];
const LEVELS = [0, 1, 2, 3];

function tell(item: ItemProgress | undefined, action: ItemAction, levels: number): string {
  const next = nextState(item, action, levels);
  return next.ok ? `${next.state} ${next.approvals}` : next.reason;
}

describe('nextState', () => {
  it.each([
    [0, 'approved 0'],
    [1, 'submitted 0'],
    [2, 'submitted 0'],
    [3, 'submitted 0'],
  ])('submit into %i levels of review gives %s', (levels, result) => {
    expect(tell(undefined, 'submit', levels)).toBe(result);
  });

  // Rows: the state an item is in; columns: what each action makes of it, with two levels of review.
  it.each<[string, ItemProgress, Record<Exclude<ItemAction, 'submit'>, string>]>([
    [
      'submitted, 0 of 2',
      { state: 'submitted', approvals: 0 },
      {
        approve: 'submitted 1',
        return: 'returned 0',
        edit: 'submitted 0',
        withdraw: 'withdrawn 0',
        merge: 'merged 0',
      },
    ],
    [
      'submitted, 1 of 2',
      { state: 'submitted', approvals: 1 },
      {
        approve: 'approved 2',
        return: 'returned 0',
        edit: 'submitted 0',
        withdraw: 'withdrawn 1',
        merge: 'merged 1',
      },
    ],
    [
      'approved',
      { state: 'approved', approvals: 2 },
      {
        approve: 'not-in-review',
        return: 'returned 0',
        edit: 'submitted 0',
        withdraw: 'withdrawn 2',
        merge: 'merged 2',
      },
    ],
    [
      'returned',
      { state: 'returned', approvals: 0 },
      {
        approve: 'not-in-review',
        return: 'returned',
        edit: 'submitted 0',
        withdraw: 'withdrawn 0',
        merge: 'merged 0',
      },
    ],
    [
      'withdrawn',
      { state: 'withdrawn', approvals: 0 },
      { approve: 'closed', return: 'closed', edit: 'closed', withdraw: 'closed', merge: 'closed' },
    ],
    [
      'merged',
      { state: 'merged', approvals: 0 },
      { approve: 'closed', return: 'closed', edit: 'closed', withdraw: 'closed', merge: 'closed' },
    ],
  ])('%s', (_, item, row) => {
    const told = Object.fromEntries(
      Object.keys(row).map((action) => [action, tell(item, toAction(action), 2)]),
    );
    expect(told).toEqual(row);
    expect(tell(item, 'submit', 2)).toBe('exists');
  });

  it.each(ACTIONS.filter((action) => action !== 'submit'))('%s needs an item', (action) => {
    expect(tell(undefined, action, 1)).toBe('unknown');
  });

  it('an edit without any review stays approved', () => {
    expect(tell({ state: 'approved', approvals: 0 }, 'edit', 0)).toBe('approved 0');
    expect(tell({ state: 'returned', approvals: 0 }, 'edit', 0)).toBe('approved 0');
  });

  it('one more approval is enough after the group has lowered its levels', () => {
    expect(tell({ state: 'submitted', approvals: 2 }, 'approve', 1)).toBe('approved 3');
    expect(tell({ state: 'submitted', approvals: 0 }, 'approve', 0)).toBe('approved 1');
  });

  it('never leaves the table, whatever people do', () => {
    const life = fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 });
    fc.assert(
      fc.property(life, fc.constantFrom(...LEVELS), (actions, levels) => {
        const states = liveThrough(['submit', ...actions], levels);
        for (const { state, approvals } of states) {
          expect(ITEM_STATES).toContain(state);
          expect(approvals).toBeGreaterThanOrEqual(0);
          expect(approvals).toBeLessThanOrEqual(levels);
          if (state === 'approved' || state === 'submitted') {
            expect(state === 'approved').toBe(approvals === levels);
          }
        }
        const end = states.findIndex(({ state }) => state === 'withdrawn' || state === 'merged');
        expect([-1, states.length - 1]).toContain(end);
      }),
    );
  });
});

/** Every state that an item comes into, in order. */
function liveThrough(actions: readonly ItemAction[], levels: number): readonly ItemProgress[] {
  const states: ItemProgress[] = [];
  for (const action of actions) {
    const next = nextState(states.at(-1), action, levels);
    if (next.ok) states.push(next);
  }
  return states;
}

function toAction(text: string): ItemAction {
  const action = ACTIONS.find((each) => each === text);
  if (!action) throw new Error(`no action ${text}`);
  return action;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DIRECTIONS,
  findMoved,
  moveItem,
  orderByPlace,
  type Placed,
} from '../../../src/domain/report/arrange-items.ts';

/** `a b (c)`: c is left out of the text. */
const read = (written: string): Placed[] =>
  written.split(' ').map((id) => (id.startsWith('(') ? { id: id.slice(1, -1), leftOut: true } : { id }));

const anyBlock = fc
  .uniqueArray(fc.nat(30), { maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.boolean().map((out): Placed => ({ id: `i${id}`, ...(out && { leftOut: true }) })),
      ),
    ),
  );

describe('items without a place', () => {
  it('come after those that have one, as they stand', () => {
    const items = [{ id: 'a' }, { id: 'b', place: 2 }, { id: 'c' }, { id: 'd', place: 1 }];
    expect(orderByPlace(items).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  });
});

describe('a move', () => {
  it.each([
    ['a b c', 'b', 'up', 'b a c'],
    ['a b c', 'b', 'down', 'a c b'],
    ['a b c', 'c', 'top', 'c a b'],
    ['a (x) b', 'b', 'up', 'b a x'],
    ['(x) a b', 'b', 'top', 'x b a'],
    ['a b (x) (y) c', 'b', 'down', 'a x y c b'],
  ] as const)('in %s of %s %s gives %s', (block, id, direction, expected) => {
    expect(moveItem(read(block), id, direction)?.join(' ')).toBe(expected);
  });

  it.each([
    ['a b', 'a', 'up'],
    ['(x) a', 'a', 'up'],
    ['a (x)', 'a', 'down'],
    ['a b', 'a', 'top'],
    ['a (x)', 'x', 'top'],
    ['a b', 'stranger', 'down'],
  ] as const)('in %s of %s %s has nowhere to go', (block, id, direction) => {
    expect(moveItem(read(block), id, direction)).toBeUndefined();
  });

  it('keeps every item once, however many are made', () => {
    fc.assert(
      fc.property(
        anyBlock,
        fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...DIRECTIONS))),
        (block, moves) => {
          const outIds = block.filter(({ leftOut }) => leftOut).map(({ id }) => id);
          let items: readonly Placed[] = block;
          for (const [at, direction] of moves) {
            const moved = moveItem(items, items[at]?.id ?? '', direction);
            items = (moved ?? items.map(({ id }) => id)).map(
              (id, index): Placed => ({
                id,
                place: index + 1,
                ...(outIds.includes(id) && { leftOut: true }),
              }),
            );
          }
          expect(items.map(({ id }) => id).sort()).toEqual(block.map(({ id }) => id).sort());
          expect(orderByPlace(items)).toEqual(items);
          // What is left out is moved by nobody.
          expect(items.filter(({ leftOut }) => leftOut).map(({ id }) => id)).toEqual(outIds);
        },
      ),
    );
  });

  it('down takes back a move up', () => {
    fc.assert(
      fc.property(anyBlock, fc.nat(11), (block, at) => {
        const id = block[at]?.id ?? '';
        const printed = (ids: readonly string[]) =>
          ids.filter((one) => block.some((item) => item.id === one && !item.leftOut));
        const up = moveItem(block, id, 'up');
        fc.pre(up !== undefined);
        const items = (up ?? []).map((one) => block.find((item) => item.id === one) ?? { id: one });
        expect(printed(moveItem(items, id, 'down') ?? [])).toEqual(printed(block.map((item) => item.id)));
      }),
    );
  });
});

describe('what has moved', () => {
  it.each([
    ['a b c d', 'd a b c', 'd'],
    ['a b c d', 'a c b d', 'c'],
    ['a b c', 'a b c', ''],
    ['a b c', 'c b a', 'c b'],
    ['a b', 'n b a', 'b'],
    ['a b gone', 'b a', 'b'],
  ])('from %s to %s is %s', (before, after, expected) => {
    expect(findMoved(before.split(' '), after.split(' ')).join(' ')).toBe(expected);
  });

  it('is all that has to be put back for the old order, and no more than a single item for a single move', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(50), { maxLength: 12 }),
        fc.nat(11),
        fc.nat(11),
        (numbers, from, to) => {
          const before = numbers.map(String);
          const id = before[from];
          fc.pre(id !== undefined);
          const others = before.filter((one) => one !== id);
          const after = [...others.slice(0, to), id ?? '', ...others.slice(to)];
          const moved = findMoved(before, after);
          expect(moved.length).toBeLessThanOrEqual(1);
          const kept = (ids: readonly string[]) => ids.filter((one) => !moved.includes(one));
          expect(kept(after)).toEqual(kept(before));
        },
      ),
    );
  });

  it('of any two orders leaves the others as they were', () => {
    const anyIds = fc.uniqueArray(fc.nat(20), { maxLength: 15 }).map((ids) => ids.map(String));
    fc.assert(
      fc.property(anyIds, anyIds, (before, after) => {
        const moved = findMoved(before, after);
        const kept = (ids: readonly string[], others: readonly string[]) =>
          ids.filter((id) => others.includes(id) && !moved.includes(id));
        expect(kept(after, before)).toEqual(kept(before, after));
      }),
    );
  });
});

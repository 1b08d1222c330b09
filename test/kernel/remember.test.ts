import { expect, it } from 'vitest';
import { remember } from '../../src/kernel/remember.ts';

function counted(most: number) {
  const asked: number[] = [];
  const half = remember(most, (whole: number) => {
    asked.push(whole);
    if (whole < 0) throw new RangeError('negative');
    return whole % 2 === 0 ? whole / 2 : undefined;
  });
  return { asked, half };
}

it('computes each answer once, also where there is none', () => {
  const { asked, half } = counted(10);
  expect([4, 3, 4, 3, 8].map(half)).toEqual([2, undefined, 2, undefined, 4]);
  expect(asked).toEqual([4, 3, 8]);
});

it('begins anew when it has kept as many as it may', () => {
  const { asked, half } = counted(2);
  expect([2, 4, 2, 6, 6, 2].map(half)).toEqual([1, 2, 1, 3, 3, 1]);
  expect(asked).toEqual([2, 4, 6, 2]);
});

it('asks again where it has failed', () => {
  const { asked, half } = counted(2);
  expect(() => half(-1)).toThrow(RangeError);
  expect(() => half(-1)).toThrow(RangeError);
  expect(asked).toEqual([-1, -1]);
});

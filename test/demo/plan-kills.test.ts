import { expect, it } from 'vitest';
import { writeScript } from '../../sandbox/demo/write-script.ts';
import { planKills } from '../../src/main/demo/plan-kills.ts';

const { acts } = writeScript('2026-10', ({ dayOfWeek }) => dayOfWeek <= 5);

it('plans as many kills as asked for, on acts that there are', () => {
  const plan = planKills(acts, { count: 50, seed: '1' });
  expect([...plan.values()].flat()).toHaveLength(50);
  expect([...plan.keys()].filter((index) => acts[index] === undefined)).toEqual([]);
});

it('plans the same for the same seed, something else for another', () => {
  const plan = (seed: string) => planKills(acts, { count: 20, seed });
  expect(plan('1')).toEqual(plan('1'));
  expect(plan('1')).not.toEqual(plan('2'));
});

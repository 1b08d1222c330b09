import { describe, expect, it } from 'vitest';
import { createRandomSource } from '../../sandbox/world/random-source.ts';
import { drawHarm, type Means } from '../../soak/harm/draw-harm.ts';
import { countWeeks } from '../../soak/soak.ts';

const SOAK = { events: 60_000, kills: 50 };

const ALL = { restarts: true, cuts: true, fullDisks: true };
const NONE = { restarts: false, cuts: false, fullDisks: false };

function draw(seed: string, means: Means = ALL) {
  const plan = drawHarm(SOAK, { dice: createRandomSource(seed).dice, ...means });
  const harm = Array.from({ length: SOAK.events }, (_, index) => plan.at(index));
  const inRounds = Array.from({ length: countWeeks(SOAK) }, (_, week) => plan.killsInRounds(week));
  const count = (wanted: string) => harm.flat().filter(({ kind }) => kind === wanted).length;
  return { harm, inRounds, count, rounds: inRounds.reduce((sum, one) => sum + one, 0) };
}

describe('the plan of harm', () => {
  it('has every kill once, some of them while reminders go out', () => {
    const { count, rounds } = draw('one');

    expect(count('kill') + rounds).toBe(50);
    expect(rounds).toBeGreaterThan(0);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(draw('one').harm).toEqual(draw('one').harm);
    expect(draw('two').harm).not.toEqual(draw('one').harm);
  });

  it('moves the clock in each week, and takes a backup now and then', () => {
    expect(draw('one', NONE).count('clock-step')).toBe(12);
    expect(draw('one', NONE).count('backup')).toBe(3);
  });

  it.each([
    ['database-restart', 'restarts', 5],
    ['cut', 'cuts', 5],
    ['full-disk', 'fullDisks', 3],
  ] as const)('has %s where there are means for it', (kind, means, count) => {
    expect(draw('one', { ...NONE, [means]: true }).count(kind)).toBe(count);
    expect(draw('one', NONE).count(kind)).toBe(0);
  });

  it('lets leases run out over the cuts that last long enough for somebody to look for them', () => {
    const cuts = Array.from({ length: 20 }, (_, seed) => draw(String(seed)).harm.flat())
      .flat()
      .filter((harm) => harm.kind === 'cut');

    expect(new Set(cuts.map(({ how }) => how))).toEqual(new Set(['reset', 'silence']));
    expect(cuts.filter(({ expires, ms }) => expires !== ms >= 18_000)).toEqual([]);
    expect(cuts.filter(({ expires }) => expires).length).toBeGreaterThan(10);
    expect(cuts.filter(({ ms }) => ms > 40_000).length).toBeGreaterThan(0);
  });
});

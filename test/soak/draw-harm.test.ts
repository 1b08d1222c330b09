import { describe, expect, it } from 'vitest';
import { createRandomSource } from '../../sandbox/world/random-source.ts';
import { drawHarm } from '../../soak/harm/draw-harm.ts';
import { countWeeks } from '../../soak/soak.ts';

const SOAK = { events: 60_000, kills: 50 };

function draw(seed: string, restarts = true) {
  const plan = drawHarm(SOAK, { dice: createRandomSource(seed).dice, restarts });
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

  it('moves the clock in each week, and breaks off only a database of its own', () => {
    expect(draw('one').count('clock-step')).toBe(12);
    expect(draw('one').count('database-restart')).toBe(5);
    expect(draw('one', false).count('database-restart')).toBe(0);
  });
});

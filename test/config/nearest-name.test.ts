import { describe, expect, it } from 'vitest';
import { nearestName } from '../../config/nearest-name.ts';

const known = ['lateWeeks', 'placeholder', 'template'];

describe('nearestName', () => {
  it.each([
    ['a letter left out', 'lateWeek', 'lateWeeks'],
    ['another case', 'TEMPLATE', 'template'],
    ['two letters swapped', 'palceholder', 'placeholder'],
    ['nothing alike', 'colour', undefined],
    ['an empty word', '', undefined],
  ])('finds the name for %s', (_, wanted, meant) => {
    expect(nearestName(wanted, known)).toBe(meant);
  });
});

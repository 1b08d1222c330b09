import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDuty, type WeekCount } from '../../../src/domain/duty/answer-duty.ts';

const NOTHING: WeekCount = { quota: 1, onTime: 0, late: 0, nil: false, excused: false };

/** Quota, items on time, late items, nil, excused → the answer. */
const TABLE = [
  [1, 0, 0, false, false, 'missing'],
  [1, 1, 0, false, false, 'submitted'],
  [1, 3, 0, false, false, 'submitted'],
  [1, 0, 1, false, false, 'late'],
  [1, 1, 1, false, false, 'submitted'],
  [1, 0, 0, true, false, 'nil'],
  [1, 1, 0, true, false, 'submitted'],
  [1, 0, 1, true, false, 'late'],
  [1, 0, 0, false, true, 'excused'],
  [1, 0, 0, true, true, 'excused'],
  [1, 1, 0, false, true, 'submitted'],
  [1, 0, 1, false, true, 'excused'],
  [1, 0, 1, true, true, 'excused'],
  [2, 0, 0, false, false, 'missing'],
  [2, 1, 0, false, false, 'missing'],
  [2, 2, 0, false, false, 'submitted'],
  [2, 1, 1, false, false, 'late'],
  [2, 0, 1, false, false, 'missing'],
  [2, 0, 2, false, false, 'late'],
  [2, 2, 2, false, false, 'submitted'],
  [2, 0, 0, true, false, 'nil'],
  [2, 1, 0, true, false, 'submitted'],
  [2, 0, 1, true, false, 'late'],
  [2, 1, 1, true, false, 'submitted'],
  [2, 1, 0, false, true, 'submitted'],
  [2, 0, 1, false, true, 'excused'],
  [2, 0, 0, false, true, 'excused'],
  [3, 1, 1, false, false, 'missing'],
  [3, 2, 0, false, false, 'missing'],
  [3, 2, 1, false, false, 'late'],
  [3, 3, 0, false, false, 'submitted'],
  [3, 1, 0, true, false, 'submitted'],
] as const;

const anyCount = fc.record({
  quota: fc.integer({ min: 1, max: 4 }),
  onTime: fc.nat(5),
  late: fc.nat(5),
  nil: fc.boolean(),
  excused: fc.boolean(),
});

describe('answerDuty', () => {
  it.each(TABLE)(
    'quota %i, %i on time, %i late, nil %s, excused %s: %s',
    (quota, onTime, late, nil, excused, answer) => {
      expect(answerDuty({ quota, onTime, late, nil, excused })).toBe(answer);
    },
  );

  it('is the same for enough items on time, whatever else there is', () => {
    fc.assert(
      fc.property(anyCount, (count) => {
        expect(answerDuty({ ...count, onTime: count.quota })).toBe('submitted');
      }),
    );
  });

  it('never becomes worse by one more item on time, a nil report or an excuse', () => {
    const isOpen = (count: WeekCount) => answerDuty(count) === 'missing';
    fc.assert(
      fc.property(anyCount, (count) => {
        const more = [
          { ...count, onTime: count.onTime + 1 },
          { ...count, late: count.late + 1 },
          { ...count, nil: true },
          { ...count, excused: true },
        ];
        for (const next of more) expect(isOpen(next) && !isOpen(count)).toBe(false);
      }),
    );
  });

  it('is missing without items, a nil report or an excuse, whatever the quota', () => {
    for (const quota of [1, 2, 20]) expect(answerDuty({ ...NOTHING, quota })).toBe('missing');
  });
});

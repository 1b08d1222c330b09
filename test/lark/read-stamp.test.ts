import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { toStamp } from '../../src/kernel/clock.ts';
import { readStamp } from '../../src/lark/read-stamp.ts';

it.each([
  ['seconds', '1795140000', '2026-11-20T02:00:00.000Z'],
  ['milliseconds', '1795140000123', '2026-11-20T02:00:00.123Z'],
  ['microseconds', '1795140000123456', '2026-11-20T02:00:00.123Z'],
  ['no digits', 'soon', undefined],
  ['a negative number', '-179514000', undefined],
  ['nothing', '', undefined],
])('reads a time in %s', (_name, digits, stamp) => {
  expect(readStamp(digits)).toBe(stamp);
});

it('writes the same stamp as the clock', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }), (milliseconds) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds);
      expect(readStamp(String(milliseconds))).toBe(toStamp(instant));
    }),
  );
});

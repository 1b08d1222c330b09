import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/bot/items/edit-item.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');

describe('the date of an event', () => {
  it.each([
    ['11月16日至18日', '2026-11-16'],
    ['11月16日-18日', '2026-11-16'],
    ['11月30日—12月2日', '2026-11-30'],
    ['2026年11月16日至11月18日', '2026-11-16'],
    ['2026-12-19', '2026-12-19'],
    ['2026-11-16', '2026-11-16'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written, TODAY).toString()).toBe(date);
  });

  it.each([
    ['2026-12-20', 'date.future'],
    ['2027年11月16日', 'date.future'],
    ['1999-11-16', 'date.unknown'],
    ['2月30日', 'date.impossible'],
  ])('%s is refused: %s', (written, code) => {
    expect(() => readDate(written, TODAY)).toThrow(code);
  });
});

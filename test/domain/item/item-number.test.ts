import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatItemNumber, parseItemRef, readItemRefs } from '../../../src/domain/item/item-number.ts';

describe('formatItemNumber', () => {
  it.each([
    [{ month: '2026-11', department: '规划科', serial: 3 }, '202611-规划科-03'],
    [{ month: '2026-01', department: '办公室', serial: 12 }, '202601-办公室-12'],
    [{ month: '2026-01', department: '办公室', serial: 120 }, '202601-办公室-120'],
  ])('%j is %s', (parts, number) => {
    expect(formatItemNumber(parts)).toBe(number);
  });
});

describe('parseItemRef', () => {
  it.each([
    ['#137', 137],
    ['＃137', 137],
    ['137', 137],
    ['＃１３７', 137],
    [' # 137 ', 137],
    ['#007', 7],
  ])('reads %j as a short number', (text, serial) => {
    expect(parseItemRef(text)).toEqual({ kind: 'serial', serial });
  });

  it.each([
    ['202611-规划科-03', '202611-规划科-03'],
    ['202611-规划科-3', '202611-规划科-03'],
    ['２０２６１１－规划科－０３', '202611-规划科-03'],
    ['202611—规划科—03', '202611-规划科-03'],
    ['202611 - 规划科 - 03', '202611-规划科-03'],
    ['202611-规划-二科-03', '202611-规划-二科-03'],
    ['202611-办公室（党办）-120', '202611-办公室（党办）-120'],
  ])('reads %j as a full number', (text, number) => {
    expect(parseItemRef(text)).toEqual({ kind: 'number', number });
  });

  it.each([
    '',
    '#',
    '#0',
    '0',
    '-3',
    '1.5',
    '#12a',
    '规划科',
    '202613-规划科-03',
    '202600-规划科-03',
    '202611-规划科-0',
    '202611--03',
    '12345678901',
  ])('does not take %j for a number', (text) => {
    expect(parseItemRef(text)).toBeUndefined();
  });

  it('reads back every number it is given', () => {
    const department = fc.stringMatching(/^[一-龥（）0-9]{1,10}$/);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        department,
        fc.integer({ min: 1, max: 99_999 }),
        (month, name, serial) => {
          const parts = { month: `2026-${String(month).padStart(2, '0')}`, department: name, serial };
          const number = formatItemNumber(parts);
          expect(parseItemRef(number)).toEqual({ kind: 'number', number });
        },
      ),
    );
  });
});

describe('readItemRefs', () => {
  it.each([
    ['#2 3、#4', ['#2', '3', '#4']],
    ['#2，#2 和 202611-法规和执法科-03', ['#2', '202611-法规和执法科-03']],
    ['#2 已核对', undefined],
    ['全部', undefined],
  ])('%s', (text, refs) => {
    expect(readItemRefs(text)).toEqual(refs);
  });
});

import { expect, it } from 'vitest';
import { describeRoom, isShort } from '../../../src/domain/machine/disk-room.ts';

it.each([
  [0.9e9, 10e9, true],
  [1e9, 10e9, false],
  [4e9, 100e9, true],
  [5e9, 100e9, false],
  [0, 0, true],
])('%d of %d bytes free: short is %s', (freeBytes, totalBytes, short) => {
  expect(isShort({ folder: '/data', freeBytes, totalBytes })).toBe(short);
});

it('is told in gigabytes', () => {
  expect(describeRoom({ folder: '/data', freeBytes: 840e6, totalBytes: 10e9 })).toBe('0.8 GB');
});

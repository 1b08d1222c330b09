import { expect, it } from 'vitest';
import { readPicks } from '../../../src/domain/hand-up/read-picks.ts';

it.each([
  ['3、5-8', ['#3', { first: 5, last: 8 }]],
  ['#3 #5 - #6', ['#3', { first: 5, last: 6 }]],
  ['＃３，＃３', ['#3']],
  ['3至4和9', [{ first: 3, last: 4 }, '#9']],
  ['202610-规划科-3 #1', ['202610-规划科-03', '#1']],
  ['8', ['#8']],
])('reads %j', (text, picks) => {
  expect(readPicks(text)).toEqual({ kind: 'some', picks });
});

it.each(['全部', ' 所有 ', 'ALL'])('reads %j as all', (text) => {
  expect(readPicks(text)).toEqual({ kind: 'all' });
});

it.each(['', '、', '那几条', '3 那条', '8-5', '0', '1-100000', '全部 3', '-', '3-', '1 '.repeat(501)])(
  'reads no items in %j',
  (text) => {
    expect(readPicks(text)).toBeUndefined();
  },
);

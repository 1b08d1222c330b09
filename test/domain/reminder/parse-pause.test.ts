import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { parsePause } from '../../../src/domain/reminder/parse-pause.ts';

const today = Temporal.PlainDate.from('2026-11-18');

it.each([
  ['', 'open'],
  ['  ', 'open'],
  ['until 12月1日', '2026-12-01'],
  ['到 12月1日', '2026-12-01'],
  ['至2026-12-01', '2026-12-01'],
  ['直到12月1日恢复', '2026-12-01'],
  ['12月1日', '2026-12-01'],
  ['1周', '2026-11-23'],
  ['2周', '2026-11-30'],
  ['两周', '2026-11-30'],
  ['3 个星期', '2026-12-07'],
  ['2 weeks', '2026-11-30'],
  ['2周恢复', '2026-11-30'],
  ['0周', undefined],
  ['53周', undefined],
  ['11月18日', undefined],
  ['11月17日', undefined],
  ['11月31日', undefined],
  ['放假', undefined],
])('%j on 18 November means %s', (typed, end) => {
  expect(parsePause(typed, today)).toBe(end);
});

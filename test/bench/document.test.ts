import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BENCHES } from '../../bench/command-line.ts';
import { type RunRecord, readRecords } from '../../bench/report/run-record.ts';
import { TARGETS, targetsTable } from '../../bench/report/targets.ts';
import { DOCUMENT, fillDocument, tablesIn } from '../../bench/report/write-document.ts';

const document = readFileSync(DOCUMENT, 'utf8');

describe('the document', () => {
  test('has room for the targets and for each bench, once', () => {
    expect([...tablesIn(document)].sort()).toEqual(['targets', ...Object.keys(BENCHES)].sort());
  });

  test('says what the last runs came to, and nothing else', () => {
    const records = readRecords();
    expect(Object.keys(BENCHES)).toEqual(expect.arrayContaining(Object.keys(records)));
    expect(fillDocument(document, records)).toBe(document);
  });
});

function recordOf(figures: RunRecord['figures'], failures: RunRecord['failures'] = []): RunRecord {
  const run = { date: '2026-11-22', machine: 'Node 20, 2 cores', command: 'npm run bench -- fan-out' };
  return { ...run, figures, failures };
}

const share = (figure: number) => ({ name: 'fan-out', of: '2000 groups', what: 'share', figure, unit: '' });

test('a table stands between its marks with where it comes from, and what is around it stays', () => {
  const page = 'before\n<!-- table: fan-out -->\nold\n<!-- end -->\nafter\n';
  const failed = [{ of: '20 groups', why: 'no room' }];
  expect(fillDocument(page, { 'fan-out': recordOf([share(0.99)], failed) })).toBe(
    [
      'before',
      '<!-- table: fan-out -->',
      '| fan-out     | share |',
      '|-------------|------:|',
      '| 2000 groups |  0.99 |',
      '',
      '- **failed**: 20 groups (no room)',
      '',
      '`npm run bench -- fan-out`, 2026-11-22:',
      'Node 20, 2 cores.',
      '<!-- end -->',
      'after',
      '',
    ].join('\n'),
  );
});

describe('a target', () => {
  test.each([
    [0.99, 'goal'],
    [0.97, 'goal'],
    [0.93, 'floor'],
    [0.5, '**no**'],
  ])('of at least 0.9, better 0.97, is with %d met as: %s', (figure, met) => {
    const line = targetsTable({ 'fan-out': recordOf([share(figure)]) })
      .split('\n')
      .find((one) => one.includes('share of'));
    expect(line).toMatch(new RegExp(`\\| ${figure} \\| 0.9 \\| 0.97 \\| ${met.replaceAll('*', '\\*')} \\|$`));
  });

  test('of which there is no figure is told as not run', () => {
    expect(targetsTable({}).match(/\| not run \|/g)).toHaveLength(TARGETS.length);
  });

  test('is about a figure of one of the benches', () => {
    expect(Object.keys(BENCHES)).toEqual(expect.arrayContaining(TARGETS.map(({ name }) => name)));
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadThemes } from '../../config/load.ts';
import { SetupError } from '../../src/kernel/errors.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

/** What is read from a folder with these themes, or the problems told. */
function load(...themes: string[]): unknown {
  const folder = makeTestFolder();
  const lines = ['headsUp: 5', 'tell: lead', 'themes:', ...themes.map((theme) => `  - ${theme}`)];
  writeFileSync(join(folder, 'theme-days.yaml'), lines.join('\n'));
  try {
    return loadThemes(join(folder, 'bot.yaml'));
  } catch (error) {
    if (error instanceof SetupError) return error.problems.map((line) => line.replace(`${folder}/`, ''));
    throw error;
  }
}

describe('theme-days.yaml', () => {
  it('is read with its defaults filled in', () => {
    expect(
      load(
        '{ name: 地球日, day: 04-22, tell: group, headsUp: 10 }',
        '{ name: 宪法周, from: 12-01, to: 12-07 }',
        '{ name: 安全月, month: 6 }',
        '{ name: 国防日, nth: { month: 9, number: 3, weekday: 6 } }',
      ),
    ).toEqual([
      { name: '地球日', rule: { kind: 'days', from: '04-22', to: '04-22' }, tell: 'group', headsUp: 10 },
      { name: '宪法周', rule: { kind: 'days', from: '12-01', to: '12-07' }, tell: 'lead', headsUp: 5 },
      { name: '安全月', rule: { kind: 'month', month: 6 }, tell: 'lead', headsUp: 5 },
      {
        name: '国防日',
        rule: { kind: 'nth', month: 9, number: 3, weekday: 6, days: 1 },
        tell: 'lead',
        headsUp: 5,
      },
    ]);
  });

  it('may be left out', () => {
    expect(loadThemes(join(makeTestFolder(), 'bot.yaml'))).toEqual([]);
  });

  it.each([
    ['{ name: 甲 }', 'theme-days.yaml:4 themes[0].name: found "甲"; say when it is in one way'],
    ['{ name: 甲, day: 04-22, month: 4 }', 'say when it is in one way'],
    ['{ name: 甲, from: 04-22 }', 'say when it is in one way'],
    ['{ name: 甲, from: 12-07, to: 12-01 }', 'its "to" must not be before its "from"'],
    ['{ name: 甲, day: 02-30 }', 'themes[0].day: found "02-30"; write a day as MM-DD'],
    ['{ name: 甲, nth: { month: 9, number: 5, weekday: 6 } }', 'write 1 to 4, or -1 for the last one'],
    ['{ name: 甲, day: 04-22, tel: group }', 'this key is not known; did you mean tell?'],
    ['{ name: 甲, nth: { month: 9, nummer: 3, number: 3, weekday: 6 } }', 'did you mean number?'],
  ])('with %s is refused by line and remedy', (theme, problem) => {
    expect(load(theme)).toEqual([expect.stringContaining(problem)]);
  });

  it('names each theme once', () => {
    expect(load('{ name: 甲, month: 4 }', '{ name: 甲, month: 5 }')).toEqual([
      expect.stringContaining(
        'theme-days.yaml:5 themes[1].name: found "甲"; is the name of an earlier theme',
      ),
    ]);
  });
});

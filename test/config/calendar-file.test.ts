import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCalendarChanges } from '../../config/load.ts';
import { SetupError } from '../../src/kernel/errors.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

/** What is read from a folder with this calendar.yaml, or the problems told. */
function load(text: string): unknown {
  const folder = makeTestFolder();
  writeFileSync(join(folder, 'calendar.yaml'), text);
  try {
    return loadCalendarChanges(join(folder, 'bot.yaml'));
  } catch (error) {
    if (error instanceof SetupError) return error.problems.map((line) => line.replace(`${folder}/`, ''));
    throw error;
  }
}

describe('calendar.yaml', () => {
  it('is read from beside the settings file into changes by date', () => {
    expect(load('off: [2027-02-05, "2027-02-08"]\nworked:\n  - 2027-02-20\n')).toEqual({
      '2027-02-05': 'off',
      '2027-02-08': 'off',
      '2027-02-20': 'workday',
    });
  });

  it('may be left out, in parts or as a whole', () => {
    expect(loadCalendarChanges(join(makeTestFolder(), 'bot.yaml'))).toEqual({});
    expect(load('off:\n')).toEqual({});
    expect(load(readFileSync('config/calendar.yaml', 'utf8'))).toEqual({});
  });

  it.each([
    ['off: [2027-02-29]', 'calendar.yaml:1 off[0]: found "2027-02-29"; write a date as YYYY-MM-DD'],
    ['off:\n  - 2027-02-05\n  - 5 Feb', 'calendar.yaml:3 off[1]: found "5 Feb"; write a date'],
    ['off: []\nwork: []', 'calendar.yaml:2 work: this key is not known; did you mean worked?'],
    [
      'off: [2027-02-05]\nworked: [2027-02-05]',
      'calendar.yaml:2 worked[0]: found "2027-02-05"; stands under off too',
    ],
    ['off: 2027-02-05', 'off: found "2027-02-05"; write a list of dates'],
    ['off: [', 'is not valid YAML'],
  ])('with a mistake (%j) is refused by line and remedy', (text, problem) => {
    expect(load(text)).toEqual([expect.stringContaining(problem)]);
  });
});

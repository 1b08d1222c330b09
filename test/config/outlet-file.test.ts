import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOutlets } from '../../config/load.ts';
import { SetupError } from '../../src/kernel/errors.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

/** What is read from a folder with these outlets, or the problems told. */
function load(...outlets: string[]): unknown {
  const folder = makeTestFolder();
  writeFileSync(
    join(folder, 'outlets.yaml'),
    ['outlets:', ...outlets.map((outlet) => `  - ${outlet}`)].join('\n'),
  );
  try {
    return loadOutlets(join(folder, 'bot.yaml'));
  } catch (error) {
    if (error instanceof SetupError) return error.problems.map((line) => line.replace(`${folder}/`, ''));
    throw error;
  }
}

describe('outlets.yaml', () => {
  it('is read with what is left out empty', () => {
    expect(
      load('{ name: 甲报, level: city, aliases: [甲], deadline: 周四 }', '{ name: 乙网, level: own }'),
    ).toEqual([
      { name: '甲报', level: 'city', aliases: ['甲'], address: '', format: '', deadline: '周四' },
      { name: '乙网', level: 'own', aliases: [], address: '', format: '', deadline: '' },
    ]);
  });

  it('may be left out, and the shipped one is right', () => {
    expect(loadOutlets(join(makeTestFolder(), 'bot.yaml'))).toEqual([]);
    expect(loadOutlets('config/bot.yaml').length).toBeGreaterThan(0);
  });

  it.each([
    [
      '{ name: 甲, level: 市级 }',
      'outlets.yaml:2 outlets[0].level: found "市级"; write one of national, province',
    ],
    [
      '{ name: 甲, level: own, adress: x }',
      'outlets.yaml:2 outlets[0].adress: this key is not known; did you mean address?',
    ],
    ['{ level: own }', 'outlets.yaml:2 outlets[0].name: is missing; write a text of 1 to 30 characters'],
  ])('tells what is wrong with %s', (outlet, problem) => {
    expect(load(outlet)).toEqual([expect.stringContaining(problem)]);
  });

  it('takes a name, or an alias, once', () => {
    expect(load('{ name: 甲, level: own }', '{ name: 乙, level: own, aliases: [甲] }')).toEqual([
      expect.stringContaining('"甲" names an earlier outlet too'),
    ]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

describe('docs/security.md', () => {
  it('has an answer and a test for each threat', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((cells) => cells.length !== 3 || !/“[^”]+”/.test(cells[2] ?? ''))).toEqual([]);
  });

  it('names tests that exist, by their titles', () => {
    const named = [...text.matchAll(/\]\(\.\.\/(test\/[^)]+)\) “([^”]+)”/g)];
    const missing = named.filter(
      ([, file = '', title = '']) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
    );

    expect(named.length).toBeGreaterThanOrEqual(rows.length);
    expect(missing.map(([found]) => found)).toEqual([]);
  });

  it('names places in the code that exist', () => {
    const places = [...text.matchAll(/`((?:bot|files|kernel|lark|main|report|store|web)\/[a-z/-]*)`/g)];
    const gone = places.filter(
      ([, name = '']) => !existsSync(`src/${name}.ts`) && !existsSync(`src/${name}`),
    );

    expect(places.length).toBeGreaterThan(15);
    expect(gone.map(([, name]) => name)).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ANYTHING, PACKAGES, ROOMS } from '../../tools/house/rooms.ts';

const text = readFileSync('docs/architecture.md', 'utf8');

/** The rows of the table with this head, cells without the space around them. */
function readTable(head: string): string[][] {
  const lines = text.slice(text.indexOf(head)).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('docs/architecture.md', () => {
  it('shows the rooms as they are checked', () => {
    const rooms = readTable('| room |').map(([room, , imports]) => [room, imports]);
    const checked = Object.entries(ROOMS).map(([room, imports]) => [
      room,
      imports === ANYTHING ? 'everything' : imports.join(', ') || 'nothing',
    ]);

    expect(rooms).toEqual(checked);
  });

  it('says why each dependency is there, and where it is used', () => {
    const told = readTable('| package |').map(([name, rooms]) => [name, rooms]);
    const owned = Object.entries(PACKAGES).map(([name, rooms]) => [
      name,
      rooms === ANYTHING ? 'everywhere' : rooms.join(', '),
    ]);

    expect(told).toEqual(owned);
  });

  it('names each development dependency', () => {
    const { devDependencies }: { devDependencies: object } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [, list = ''] = /For development: ([\s\S]*?)\n\n/.exec(text) ?? [];
    const names = [...list.matchAll(/@?[a-z][\w/-]*/g)].map(([name]) => name);

    expect(Object.keys(devDependencies).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names modules that exist in its drawing', () => {
    const [, drawing = ''] = /```text\n([\s\S]*?)```/.exec(text) ?? [];
    const modules = [...drawing.matchAll(/\b([a-z]+\/[a-z/-]+)(?=[,\s])/g)].flatMap(([, name]) => name ?? []);
    const gone = modules.filter((name) => !existsSync(`src/${name}`) && !existsSync(`src/${name}.ts`));

    expect(modules.length).toBeGreaterThan(15);
    expect(gone).toEqual(['webhook/event']);
  });

  it('names modules that exist in its text', () => {
    const rooms = Object.keys(ROOMS).join('|');
    const named = [...text.matchAll(new RegExp(`\`((?:${rooms})/[a-z/-]+)\``, 'g'))].flatMap(
      ([, name]) => name ?? [],
    );

    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !existsSync(`src/${name}.ts`))).toEqual([]);
  });

  it('names tests that exist, by their titles', () => {
    const section = text.slice(text.indexOf('## The same thing twice'), text.indexOf('## What is not'));
    const named = [...section.matchAll(/\((?:\.\.\/)(test\/[^)]+)\)\s+“([^”]+)”/g)];
    const missing = named.filter(
      ([, file = '', title = '']) => !readFileSync(file, 'utf8').includes(title.replace(/\s+/g, ' ')),
    );

    expect(named.length).toBeGreaterThan(10);
    expect(missing.map(([found]) => found)).toEqual([]);
  });
});

const WRITTEN = ['.', 'docs', 'docs/guides'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

describe.each(WRITTEN)('%s', (file) => {
  it('has lines of about 120 characters, but for tables, code and addresses', () => {
    const prose = readFileSync(file, 'utf8')
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/\]\([^)]*\)/g, ']');
    const long = prose.split('\n').filter((line) => line.length > 128 && !line.startsWith('|'));

    expect(long).toEqual([]);
  });
});

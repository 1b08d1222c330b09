import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBoundaries, roomOf } from '../../tools/house/check-boundaries.ts';
import { readSources } from '../../tools/house/list-files.ts';
import { ANYTHING, OUTER_ROOMS, PACKAGES, ROOMS } from '../../tools/house/rooms.ts';
import { parseSource, tellViolations } from '../../tools/house/source-file.ts';

/** What the check says about a file with this text at this path. */
const complaints = (path: string, text: string) => tellViolations(checkBoundaries(parseSource(path, text)));

describe('checkBoundaries', () => {
  it('finds nothing to object to in the project', () => {
    expect(tellViolations(readSources('.').flatMap(checkBoundaries))).toBe('');
  });

  it.each<[string, string, string, string]>([
    [
      'a value',
      'src/domain/a.ts',
      "import { b } from '../store/b.ts';",
      'domain may not import store (src/store/b.ts)',
    ],
    ['a type', 'src/store/a.ts', "import type { B } from '../lark/b.ts';", 'store may not import lark'],
    [
      'the other way round',
      'src/lark/a.ts',
      "import { b } from '../store/b.ts';",
      'lark may not import store',
    ],
    ['a type in place', 'src/domain/a.ts', "type B = import('../bot/b.ts').B;", 'domain may not import bot'],
    ['a re-export', 'src/kernel/a.ts', "export { b } from '../domain/b.ts';", 'kernel may not import domain'],
    [
      'a whole re-export',
      'src/kernel/a.ts',
      "export * from '../domain/b.ts';",
      'kernel may not import domain',
    ],
    ['a late import', 'src/web/a.ts', "const b = await import('../store/b.ts');", 'web may not import store'],
    ['require', 'src/bot/a.ts', "const b = require('../lark/b.ts');", 'bot may not import lark'],
    ['another command', 'src/commands/a.ts', "import { b } from './b.ts';", 'files in commands stand alone'],
    ['another job', 'src/schedules/a.ts', "import { b } from './b.ts';", 'files in schedules stand alone'],
    [
      'the store in a command',
      'src/commands/a.ts',
      "import { b } from '../store/b.ts';",
      'commands may not import store',
    ],
    [
      'the sandbox',
      'src/lark/a.ts',
      "import { b } from '../../sandbox/b.ts';",
      'lark may not import sandbox',
    ],
    [
      'the platform in the sandbox',
      'sandbox/a.ts',
      "import { b } from '../src/lark/b.ts';",
      'sandbox may not import lark',
    ],
    ['config', 'src/bot/a.ts', "import { b } from '../../config/load.ts';", 'bot may not import config'],
    [
      'more of the kernel in config',
      'config/a.ts',
      "import { b } from '../src/kernel/clock.ts';",
      'config may not import kernel',
    ],
    [
      'no extension',
      'src/bot/a.ts',
      "import { b } from './b';",
      'write the import of ./b with its extension, .ts',
    ],
    [
      'a built name',
      'src/bot/a.ts',
      "import { b } from './b.js';",
      'write the import of ./b.js with its extension, .ts',
    ],
    [
      'a computed name',
      'src/web/a.ts',
      'const b = await import(name);',
      'web may not import a computed name',
    ],
    [
      'an unknown target',
      'src/bot/a.ts',
      "import { b } from '../utils/b.ts';",
      'src/utils/b.ts lies in no room',
    ],
    [
      'the SDK elsewhere',
      'src/bot/a.ts',
      "import { Client } from '@larksuiteoapi/node-sdk';",
      'bot may not import @larksuiteoapi/node-sdk; only lark may',
    ],
    [
      'SQL elsewhere',
      'src/web/a.ts',
      "import { sql } from 'kysely';",
      'web may not import kysely; only store may',
    ],
    [
      'part of a package',
      'src/bot/a.ts',
      "import { layoutDocument } from 'docx/layout';",
      'bot may not import docx; only report may',
    ],
    ['a package of no room', 'src/bot/a.ts', "import _ from 'lodash';", 'the package lodash has no owner'],
    ['a bare built-in', 'src/bot/a.ts', "import fs from 'fs';", 'write node:fs'],
    [
      'files in the domain',
      'src/domain/a.ts',
      "import { readFileSync } from 'node:fs';",
      'domain may not import node:fs',
    ],
  ])('catches %s', (_, path, text, message) => {
    expect(complaints(path, `\n${text}`)).toMatch(new RegExp(`^${path}:2 boundary: `));
    expect(complaints(path, text)).toContain(message);
  });

  it.each(['src/helpers/a.ts', 'src/a.ts', 'lib/a.ts'])('refuses a place that no room covers: %s', (path) => {
    expect(complaints(path, 'export const a = 1;')).toContain(
      'lies in no room that tools/house/rooms.ts names',
    );
  });

  it.each<[string, string, string]>([
    ['a neighbour', 'src/domain/report/a.ts', "import { b } from '../item/b.ts';"],
    ['a room it may use', 'src/web/a.ts', "import { b } from '../lark/b.ts';"],
    ['a package it owns', 'src/store/a.ts', "import Database from 'libsql';"],
    ['zod, anywhere', 'src/commands/a.ts', "import { z } from 'zod';"],
    ['commands by computed name', 'src/bot/a.ts', 'const b = await import(url);'],
    ['errors, in config', 'config/a.ts', "import { b } from '../src/kernel/errors.ts';"],
    [
      'everything, in main',
      'src/main.ts',
      "import { b } from '../sandbox/b.ts'; import { c } from './store/c.ts';",
    ],
    ['everything, in a part of main', 'src/main/a.ts', "import { b } from '../../config/load.ts';"],
  ])('allows %s', (_, path, text) => {
    expect(complaints(path, text)).toBe('');
  });
});

describe('the table of rooms', () => {
  it('names only rooms that are in it', () => {
    const named = Object.values(ROOMS).flatMap((rooms) => (rooms === ANYTHING ? [] : rooms));

    const rooms = named.map((name) => (name.includes('/') ? (roomOf(name) ?? name) : name));

    expect(Object.keys(ROOMS)).toEqual(expect.arrayContaining(rooms));
    expect(Object.keys(ROOMS)).toEqual(expect.arrayContaining([...OUTER_ROOMS]));
  });

  it('lets no two rooms import each other', () => {
    const mutual = Object.entries(ROOMS).flatMap(([room, others]) =>
      others === ANYTHING
        ? []
        : others.filter((other) => ROOMS[other] !== ANYTHING && ROOMS[other]?.includes(room)),
    );

    expect(mutual).toEqual([]);
  });

  it('gives every dependency an owner, and names no other package', () => {
    const { dependencies }: { dependencies: object } = JSON.parse(readFileSync('package.json', 'utf8'));

    expect(Object.keys(PACKAGES).sort()).toEqual(Object.keys(dependencies).sort());
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLicences } from '../../tools/house/check-licences.ts';

const lockOf = (packages: object) => JSON.stringify({ packages: { '': { license: 'MIT' }, ...packages } });

describe('checkLicences', () => {
  it('finds nothing to object to in the project', () => {
    expect(checkLicences(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
  });

  it.each([
    ['a licence that asks for more', { license: 'AGPL-3.0-only' }],
    ['two of which one does', { license: '(MIT AND GPL-3.0-only)' }],
    ['none', {}],
  ])('catches %s', (_, entry) => {
    const found = checkLicences(lockOf({ 'node_modules/a/node_modules/@b/c': entry }));
    expect(found).toEqual([expect.stringMatching(/^@b\/c: /)]);
  });

  it.each([
    ['a choice of which one is allowed', { license: '(MIT OR GPL-3.0-or-later)' }],
    ['what only builds or tests the program', { license: 'GPL-3.0-only', dev: true }],
  ])('allows %s', (_, entry) => {
    expect(checkLicences(lockOf({ 'node_modules/c': entry }))).toEqual([]);
  });
});

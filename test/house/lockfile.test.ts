import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLockfile } from '../../tools/house/check-lockfile.ts';

describe('checkLockfile', () => {
  it('finds nothing to object to in the project', () => {
    expect(checkLockfile(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
  });

  it.each([
    ['a resolved address', '"resolved": "https://example.com/zod/-/zod-4.6.7.tgz",'],
    ['the public registry', '"url": "https://registry.npmjs.org/zod"'],
    ['a mirror', '"url": "https://registry.npmmirror.com/zod"'],
    ['a house registry', '"url": "http://10.0.0.5:4873/verdaccio/zod"'],
  ])('catches %s', (_, line) => {
    expect(checkLockfile(`{\n${line}\n}`)).toEqual([expect.stringMatching(/^package-lock\.json:2: /)]);
  });

  it('allows the address of a sponsor page', () => {
    expect(checkLockfile('"funding": { "url": "https://github.com/sponsors/colinhacks" }')).toEqual([]);
  });
});

import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateDocs } from '../../tools/generate-docs.ts';

const pages = await generateDocs();

/** `npm run docs` is this file with `--update`, which writes what differs. */
describe('docs/reference', () => {
  it.each(pages)('$path says what the code says (else: npm run docs)', async ({ path, text }) => {
    await expect(text).toMatchFileSnapshot(resolve(path));
  });

  it('holds nothing else', () => {
    expect(readdirSync('docs/reference').sort()).toEqual(pages.map(({ path }) => basename(path)).sort());
  });
});

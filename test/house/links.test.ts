import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDocuments } from '../../tools/house/check-links.ts';

describe('checkDocuments', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bot-docs-'));
    mkdirSync(join(root, 'docs'));
    writeFileSync(join(root, 'docs', 'guide.md'), '# Guide\n\n## 一、Add a `command`\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('finds nothing to object to in the project', () => {
    expect(checkDocuments('.')).toEqual([]);
  });

  it.each([
    [
      'a missing file',
      '[a](docs/gone.md)',
      'README.md: the link docs/gone.md leads nowhere (docs/gone.md does not exist)',
    ],
    ['a missing picture', '![a](a.png)', 'README.md: the link a.png leads nowhere (a.png does not exist)'],
    [
      'a missing heading',
      '[a](docs/guide.md#gone)',
      'README.md: the link docs/guide.md#gone names no heading of docs/guide.md',
    ],
    ['a missing heading of its own', '[a](#gone)', 'README.md: the link #gone names no heading of README.md'],
    [
      'a missing reference',
      '[a][b]\n\n[b]: docs/gone.md',
      'README.md: the link docs/gone.md leads nowhere (docs/gone.md does not exist)',
    ],
  ])('catches a link to %s', (_, text, message) => {
    writeFileSync(join(root, 'README.md'), text);

    expect(checkDocuments(root)).toEqual([message]);
  });

  it('allows links that lead somewhere, addresses, and examples in code', () => {
    const headings = '[a](docs/guide.md#guide) [b](docs/guide.md#%E4%B8%80add-a-command)';
    writeFileSync(
      join(root, 'README.md'),
      `${headings} [c](docs) [d](https://example.com/gone.md) \`[e](gone.md)\``,
    );
    writeFileSync(join(root, 'docs', 'other.md'), '[up](../README.md)');

    expect(checkDocuments(root)).toEqual([]);
  });

  it('catches a README longer than 150 lines', () => {
    writeFileSync(join(root, 'README.md'), 'line\n\n'.repeat(76));

    expect(checkDocuments(root)).toEqual([expect.stringContaining('README.md: 151 lines; 150 at most')]);
  });
});

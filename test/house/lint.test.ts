import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BIOME = join(process.cwd(), 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const send = 'async function send(): Promise<boolean> {\n  return true;\n}\n';

/** Rules that the linter keeps for the house: its configuration must really catch these. */
const planted: readonly (readonly [rule: string, name: string, files: Readonly<Record<string, string>>])[] = [
  [
    'noFloatingPromises',
    'a promise nobody waits for',
    { 'src/a.ts': `${send}export function go() {\n  send();\n}\n` },
  ],
  [
    'noMisusedPromises',
    'a promise taken for its answer',
    { 'src/a.ts': `${send}export const b = () => (send() ? 1 : 2);\n` },
  ],
  ['noConsole', 'console', { 'src/a.ts': "console.log('a');\n" }],
  ['noExplicitAny', 'any', { 'src/a.ts': 'export const a: any = 1;\n' }],
  [
    'noNonNullAssertion',
    'a non-null assertion',
    { 'src/a.ts': 'export const a = (b?: string) => b!.length;\n' },
  ],
  [
    'noImportCycles',
    'two files whose types need each other',
    {
      'src/a.ts': "import type { B } from './b.ts';\n\nexport type A = { b: B };\n",
      'src/b.ts': "import type { A } from './a.ts';\n\nexport type B = { a: A };\n",
    },
  ],
  ['useFilenamingConvention', 'a name in capitals', { 'src/FileName.ts': 'export const a = 1;\n' }],
];

describe('biome.json', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bot-lint-'));
    for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(root, file));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** What the linter writes about these files, and whether it lets them pass. */
  function lint(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const run = spawnSync(process.execPath, [BIOME, 'lint', '--colors=off', '.'], {
      cwd: root,
      encoding: 'utf8',
    });
    return { passes: run.status === 0, output: run.stdout + run.stderr };
  }

  it.each(planted)('%s catches %s', (rule, _, files) => {
    const { passes, output } = lint(files);

    expect(output).toContain(`/${rule} `);
    expect(passes).toBe(false);
  });

  it('lets sound code pass', () => {
    expect(
      lint({ 'src/a.ts': `${send}export async function go() {\n  await send();\n}\n` }).output,
    ).not.toContain('lint/');
  });
});

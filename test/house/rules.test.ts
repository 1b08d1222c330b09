import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRules, RULES } from '../../tools/house/check-rules.ts';
import { readSources } from '../../tools/house/list-files.ts';
import { CHINESE_ALLOWED } from '../../tools/house/rules/chinese-text.ts';
import { parseSource, tellViolations } from '../../tools/house/source-file.ts';

/** The rules that a file with this text at this path breaks. */
const broken = (path: string, text: string) => checkRules(parseSource(path, text)).map(({ rule }) => rule);

const statements = (count: number) => 'call();\n'.repeat(count);

const violations: readonly (readonly [rule: string, name: string, path: string, text: string])[] = [
  ['file-length', 'a long file', 'src/bot/a.ts', statements(401)],
  ['function-length', 'a long function', 'src/bot/a.ts', `function f() {\n${statements(59)}}`],
  ['function-length', 'a long arrow', 'tools/a.ts', `const f = () => {\n${statements(59)}};`],
  ['function-length', 'a long method', 'sandbox/a.ts', `const o = { f() {\n${statements(59)}} };`],
  ['parameter-count', 'five parameters', 'bench/a.ts', 'function f(a: A, b: B, c: C, d: D, e: E) {}'],
  ['no-own-clock', 'new Date()', 'src/bot/a.ts', 'const now = new Date();'],
  ['no-own-clock', 'new Date(text)', 'sandbox/a.ts', "const now = new Date('2026-11-20');"],
  ['no-own-clock', 'Date.now()', 'config/a.ts', 'const now = Date.now();'],
  ['no-own-clock', 'Date.now handed on', 'src/bot/a.ts', 'const clock = { now: Date.now };'],
  ['no-own-clock', 'Temporal.Now', 'src/domain/a.ts', 'const now = Temporal.Now.instant();'],
  ['no-own-environment', 'process.env', 'src/bot/a.ts', 'const port = process.env.PORT;'],
  ['no-own-environment', "process['env']", 'src/main.ts', "const port = process['env']['PORT'];"],
  ['no-own-environment', 'env taken out of process', 'sandbox/a.ts', 'const { env } = process;'],
  ['no-own-environment', 'env imported', 'config/load.ts', "import { env } from 'node:process';"],
  ['no-console', 'console', 'src/bot/a.ts', "console.log('x');"],
  ['no-console', 'console in a tool', 'tools/a.mjs', "console.log('x');"],
  ['static-log-message', 'data in a message', 'src/bot/a.ts', `context.logger.warn(\`failed \${code}\`);`],
  ['static-log-message', 'a joined message', 'src/bot/a.ts', "log.error({ err }, 'failed ' + code);"],
  ['no-type-escape', 'any', 'test/a.ts', 'const a: any = 1;'],
  ['no-type-escape', 'any in a list', 'src/bot/a.ts', 'const a: Array<any> = [];'],
  ['no-type-escape', 'as unknown as', 'src/bot/a.ts', 'const a = b as unknown as string;'],
  ['no-type-escape', 'a non-null assertion', 'src/bot/a.ts', 'const a = b!.c;'],
  ['no-type-escape', 'an ignored error', 'test/a.ts', '// @ts-ignore\nf();'],
  ['no-type-escape', 'an expected error', 'src/bot/a.ts', '// @ts-expect-error\nf();'],
  ['telling-file-name', 'utils.ts', 'src/bot/utils.ts', 'f();'],
  ['telling-file-name', 'date-utils.ts', 'src/bot/date-utils.ts', 'f();'],
  ['no-default-export', 'a default export', 'src/bot/a.ts', 'export default 1;'],
  ['honest-tests', 'it.only', 'test/a.test.ts', "it.only('a', f);"],
  ['honest-tests', 'a skipped table', 'test/a.test.ts', "describe.skip.each([1])('a', f);"],
  ['honest-tests', 'it.todo', 'test/a.test.ts', "it.todo('a');"],
  ['honest-tests', 'a concurrent skip', 'test/a.test.ts', "test.concurrent.skip('a', f);"],
  ['honest-tests', 'xit', 'test/a.test.ts', "xit('a', f);"],
  ['honest-tests', 'a module mock', 'test/a.test.ts', "vi.mock('../src/a.ts');"],
  ['no-chinese-text', 'a Chinese text', 'src/store/a.ts', "throw new Error('出错');"],
  ['no-chinese-text', 'a Chinese template', 'src/web/a.ts', 'const a = `共 条`;'],
  ['no-chinese-text', 'another table', 'src/bot/a.ts', "const a = { en: '共' };"],
  ['no-chinese-text', 'a text after the table', 'src/main.ts', "const a = { 'zh-CN': '共' }; f('条');"],
];

const allowed: readonly (readonly [name: string, path: string, text: string])[] = [
  ['a long file of comments', 'src/bot/a.ts', `${'// why\n\n'.repeat(500)}${statements(400)}`],
  [
    'a function of comments',
    'src/bot/a.ts',
    `function f() {\n/*\n${'why\n'.repeat(90)}*/\n${statements(58)}}`,
  ],
  ['a long describe', 'test/a.test.ts', `describe('a', () => {\n${statements(100)}});`],
  ['four parameters', 'src/bot/a.ts', 'function f(a: A, b: B, c: C, d: D) {}'],
  ['the clock itself', 'src/kernel/clock.ts', 'const now = Temporal.Now.instant();'],
  ['a date in a test', 'test/a.test.ts', 'const now = new Date();'],
  ['a type named Date', 'src/report/a.ts', 'type A = Date;'],
  ['the environment itself', 'config/environment.ts', 'const a = { ...process.env };'],
  ['a tool that sets TZ', 'tools/a.mjs', 'run({ ...process.env });'],
  ['data in fields', 'src/bot/a.ts', "logger.warn({ code }, 'failed');"],
  ['unknown', 'src/bot/a.ts', 'const a: unknown = b as C;'],
  ['an expected error in a test', 'test/a.test.ts', '// @ts-expect-error a role is missing\nf();'],
  ['skip as a word', 'test/a.test.ts', "expect(week.skip('a')).toBe(items.only);"],
  ['Chinese comments and patterns', 'src/bot/a.ts', '// 报送\nconst a = /^日期：/;'],
  ['a table of words', 'src/bot/a.ts', "const a = { 'zh-CN': { b: (n: N) => `共 条` }, en: { b: f } };"],
  ['Chinese in a command', 'src/commands/a.ts', "const a = '报送';"],
];

describe('checkRules', () => {
  it('finds nothing to object to in the project', () => {
    expect(tellViolations(readSources('.').flatMap(checkRules))).toBe('');
  });

  it.each(violations)('%s catches %s', (rule, _, path, text) => {
    expect(broken(path, text)).toContain(rule);
  });

  it.each(allowed)('allows %s', (_, path, text) => {
    expect(broken(path, text)).toEqual([]);
  });

  it('has a planted violation for every rule', () => {
    const planted = new Set(violations.map(([rule]) => rule));

    expect([...planted].sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  it('says where and what to do', () => {
    const [found] = checkRules(parseSource('src/bot/a.ts', '\n\nconst now = new Date();'));

    expect(found).toMatchObject({
      path: 'src/bot/a.ts',
      line: 3,
      message: expect.stringContaining('ask a Clock'),
    });
  });

  it('keeps no exception for a file that is gone', () => {
    expect(Object.keys(CHINESE_ALLOWED).filter((path) => !existsSync(path))).toEqual([]);
  });
});

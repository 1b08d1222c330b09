import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { variableNames } from '../../config/variables.ts';
import { DECODED_TYPES } from '../../src/lark/decode-event.ts';

const GUIDES = ['docs/guides/operate.md', 'docs/guides/operate.zh-CN.md'] as const;
const CALLBACK = 'card.action.trigger';

const read = (path: string) => readFileSync(path, 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
/** What is the same in every language: code without words of people in it, and without a `<place>` to fill in. */
const codeOf = (text: string) =>
  all(text, /`([^`\n]+)`/g).filter((code) => /^[!-~ …]+$/.test(code) && !/<|^\/|^@/.test(code));
const commandsOf = (text: string) =>
  all(text, /^(?:sudo|node|journalctl|cd|15 2) [^\n]*$/gm).map((line) => line.replace(/\s+#.*$/, ''));

describe.each(GUIDES)('%s', (guide) => {
  const text = read(guide);

  it('lists the events that the bot decodes, and the callback on its own page', () => {
    const events = all(text, /^ {3}- `([^`]+)`$/gm);
    expect([...events].sort()).toEqual(DECODED_TYPES.filter((type) => type !== CALLBACK).sort());
    expect(text).toContain(`\`${CALLBACK}\``);
  });

  it('names variables that exist', () => {
    const names = all(text, /\b((?:LARK|BOT)_[A-Z_]+|[A-Z]+_(?:URL|DIR|TOKEN|LEVEL))\b/g);
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(variableNames).toContain(name);
  });

  it('gives commands that exist', () => {
    const program = all(read('src/main.ts'), /^ {2}(\w+): async/gm);
    const { scripts } = JSON.parse(read('package.json'));
    const used = all(text, /dist\/src\/main\.js ([a-z]+)/g);
    expect(new Set(used)).toEqual(new Set(['doctor', 'backup', 'restore', 'migrate', 'admin']));
    for (const command of used) expect(program).toContain(command);
    for (const script of all(text, /npm run ([a-z-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  });

  it('names metrics and files that exist', () => {
    const metrics = read('src/bot/metrics-page.ts');
    for (const name of all(text, /publicity_\w+/g)) expect(metrics).toContain(`'${name}'`);
    for (const path of all(text, /\b((?:deploy|config)\/[\w.-]+)/g)) expect(existsSync(path)).toBe(true);
  });

  it('can be read at one sitting', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(200);
  });
});

it('says the same in both languages, as far as code goes', () => {
  const [english, chinese] = GUIDES.map(read);
  expect(commandsOf(chinese ?? '')).toEqual(commandsOf(english ?? ''));
  expect(new Set(codeOf(chinese ?? ''))).toEqual(new Set(codeOf(english ?? '')));
});

it('sets up a service that runs where the guide installs', () => {
  const unit = read('deploy/publicity-bot.service');
  const [guide] = GUIDES.map(read);
  const folder = /^WorkingDirectory=(.*)$/m.exec(unit)?.[1] ?? 'none';
  const state = /^StateDirectory=(.*)$/m.exec(unit)?.[1] ?? 'none';
  expect(guide).toContain(`git clone REPOSITORY ${folder}\n`);
  expect(guide).toContain(`| \`DATA_DIR\` | \`/var/lib/${state}\` |`);
  expect(unit).toContain('node dist/src/main.js serve');
});

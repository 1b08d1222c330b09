import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { variableNames } from '../../config/variables.ts';
import { COUNTERS, GAUGES, HISTOGRAMS } from '../../src/bot/metrics/metric-list.ts';
import { DECODED_TYPES } from '../../src/lark/decode-event.ts';

const GUIDES = ['docs/guides/operate.md', 'docs/guides/operate.zh-CN.md'] as const;
const CALLBACK = 'card.action.trigger';

/** The right that each call needs, by the platform's page on it; of several that would do, the one the guide gives. */
const RIGHT_OF_CALL: Readonly<Record<string, string>> = {
  'im.v1.message.create': 'im:message:send_as_bot',
  'im.v1.message.reply': 'im:message:send_as_bot',
  'im.v1.message.patch': 'im:message:send_as_bot',
  'im.v1.message.get': 'im:message:readonly',
  'im.v1.message.list': 'im:message.group_msg',
  'im.v1.messageResource.get': 'im:message:readonly',
  'im.v1.file.create': 'im:resource',
  'im.v1.chat.get': 'im:chat:readonly',
  'im.v1.chatMembers.get': 'im:chat.members:read',
  'drive.v1.media.uploadAll': 'docs:document.media:upload',
  'drive.v1.importTask.create': 'docs:document:import',
  'drive.v1.importTask.get': 'docs:document:import',
  'drive.v1.permissionMember.create': 'docs:permission.member:create',
};
/** And each event; of messages, those in private, those that mention the bot, and all others. */
const RIGHTS_OF_EVENT: Readonly<Record<string, readonly string[]>> = {
  'im.message.receive_v1': [
    'im:message.p2p_msg:readonly',
    'im:message.group_at_msg:readonly',
    'im:message.group_msg',
  ],
  'im.message.recalled_v1': ['im:message:readonly'],
  'im.chat.member.bot.added_v1': ['im:chat:readonly'],
  'im.chat.member.bot.deleted_v1': ['im:chat:readonly'],
  'im.chat.disbanded_v1': ['im:chat:readonly'],
  'im.chat.member.user.added_v1': ['im:chat:readonly'],
  'im.chat.member.user.deleted_v1': ['im:chat:readonly'],
  'im.chat.member.user.withdrawn_v1': ['im:chat:readonly'],
  [CALLBACK]: [],
};

const read = (path: string) => readFileSync(path, 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
/** What is the same in every language: code without words of people in it, and without a `<place>` to fill in. */
const callsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => all(read(`${folder}/${name}`), /\bsdk\.([a-z]\w*\.v\d\.\w+\.\w+)\(/g));
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

  it('asks for the rights that the calls and the events need, and for no other', () => {
    expect([...new Set(callsOf('src/lark'))].sort()).toEqual(Object.keys(RIGHT_OF_CALL).sort());
    expect([...DECODED_TYPES].sort()).toEqual(Object.keys(RIGHTS_OF_EVENT).sort());
    const needed = [...Object.values(RIGHT_OF_CALL), ...Object.values(RIGHTS_OF_EVENT).flat()];
    expect([...all(text, /^ {3}\| `([^`]+)`/gm)].sort()).toEqual([...new Set(needed)].sort());
  });

  it('names lines that the doctor prints', () => {
    const symptoms = text.slice(text.indexOf('## 9.'));
    const named = all(symptoms, /^\|[^|]+\|([^|]+)\|/gm).flatMap((cell) => all(cell, /`([^`]+)`/g));
    const checks = readdirSync('src/main/doctor')
      .map((name) => read(`src/main/doctor/${name}`))
      .join('\n');
    expect(named.length).toBeGreaterThan(10);
    for (const name of named.filter((name) => name !== 'group …')) expect(checks).toContain(`'${name}'`);
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
    expect(new Set(used)).toEqual(new Set(['doctor', 'backup', 'restore', 'migrate', 'admin', 'export']));
    for (const command of used) expect(program).toContain(command);
    for (const script of all(text, /npm run ([a-z-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  });

  it('names metrics and files that exist', () => {
    const metrics = Object.keys({ ...COUNTERS, ...GAUGES, ...HISTOGRAMS });
    for (const name of all(text, /publicity_\w+/g)) expect(metrics).toContain(name);
    for (const path of all(text, /\b((?:deploy|config)\/[\w.-]+)/g)) expect(existsSync(path)).toBe(true);
  });

  it('can be read at one sitting', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(215);
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
  expect(unit).toContain(' dist/src/main.js serve\n');
});

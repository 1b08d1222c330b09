import { describe, expect, it } from 'vitest';
import { checkCard } from '../../sandbox/card/check-card.ts';
import type { Command } from '../../src/bot/define-command.ts';
import { readArguments } from '../../src/bot/grammar/read-arguments.ts';
import { readCommand } from '../../src/bot/grammar/read-command.ts';
import { commandsFor, shownName, usageLine } from '../../src/bot/help.ts';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { GRANTED_ROLES, ROLES, type Role } from '../../src/domain/people/role.ts';
import { LOCALES, texts } from '../../src/kernel/text/texts.ts';
import { drawCard } from '../../src/lark/draw-card.ts';
import type { Draft } from '../../src/store/draft.ts';
import { typeText } from '../support/make-event.ts';
import { type Desk, openDesk, wordsOf } from '../support/open-desk.ts';

const registry = await loadRegistry();
const { commands } = registry;
const idOf = (name: string) => `ou_${name}`;
const byLocale = LOCALES.map((locale) => ({ locale }));
const everyExample = commands.flatMap((command) =>
  command.examples.map((example) => ({ command, name: command.name, example })),
);
const everyCommand = commands.map((command) => ({ command, name: command.name }));

/** Everyone a command's examples speak of, and somebody who may do anything. */
async function openOffice(locale: (typeof LOCALES)[number]): Promise<Desk> {
  const desk = await openDesk({ locale });
  await desk.seat('全能', { roles: GRANTED_ROLES, department: '规划科' });
  await desk.seat('张三', { department: '耕地科' });
  for (const name of ['李四', '王五', '赵六']) await desk.seat(name);
  for (const role of ROLES) {
    const granted = GRANTED_ROLES.filter((one) => one === role);
    await desk.seat(`只是${role}`, {
      roles: granted,
      ...(role === 'correspondent' ? { department: '法规科' } : {}),
    });
  }
  return desk;
}

/** Refuses what the platform would refuse, and an answer that says nothing. */
function checkDrafts(drafts: readonly Draft[], desk: Desk): void {
  for (const { message, key } of drafts) {
    expect(key).not.toMatch(/^incident:/);
    if (message.kind === 'notice') expect(message.text.trim()).not.toBe('');
    if (message.kind !== 'card') continue;
    const { json, shortened } = drawCard(message.card, desk.deps.locale);
    expect(shortened).toBe(false);
    checkCard(json, { isPerson: (id) => /^ou_/.test(id), atAllAllowed: true, isImage: () => false });
    for (const block of message.card.blocks) {
      if (block.kind !== 'buttons') continue;
      for (const { action } of block.buttons) expect(registry.click(action), action).toBeDefined();
    }
  }
}

/** All paths of an object of words, so that two locales can be compared. */
function pathsOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value);
    return inner
      ? pathsOf(value, `${path}.`)
      : [`${path} ${Array.isArray(value) ? value.length : typeof value}`];
  });
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words', () => {
  it('that rooms share are the same in every locale, with the same placeholders', () => {
    const [zh, ...others] = LOCALES.map((locale) => texts(locale));
    for (const other of others) {
      expect(pathsOf(other)).toEqual(pathsOf(zh ?? {}));
      for (const [code, text] of Object.entries(zh?.errors ?? {})) {
        const found = Object.entries(other.errors).find(([key]) => key === code)?.[1] ?? '';
        expect(placeholders(found), code).toEqual(placeholders(text));
      }
    }
  });

  it.each(everyCommand)('of $name are the same in every locale', ({ command }) => {
    const [zh, ...others] = LOCALES.map((locale) => command.words(locale));
    for (const other of others) expect(pathsOf(other)).toEqual(pathsOf(zh ?? {}));
  });
});

describe.each(everyCommand)('/$name', ({ command }) => {
  const named = [
    ...(command.shape.actions ? ['action'] : []),
    ...(command.shape.positional ?? []),
    ...[command.shape.list, command.shape.people, command.shape.rest].filter((name) => name !== undefined),
  ];

  it('has a Chinese name first, a summary, and somebody who may use it', () => {
    expect(command.aliases[0]).toMatch(/^\p{Script=Han}+$/u);
    expect(command.name).toMatch(/^[a-z][a-z-]*$/);
    expect(command.roles.length).toBeGreaterThan(0);
    for (const { locale } of byLocale) expect(command.words(locale).summary).not.toBe('');
  });

  it.each(byLocale)('shows every argument in its usage line, by its name in $locale', ({ locale }) => {
    const usage = usageLine(command, locale);
    const { args } = command.words(locale);
    expect(usage.startsWith(`/${shownName(command, locale)}`)).toBe(true);
    for (const name of named) {
      expect(args[name], name).toBeTruthy();
      if (name !== 'action') expect(usage).toContain(args[name]);
    }
    for (const action of Object.keys(command.shape.actions ?? {})) {
      const shown = locale === 'zh-CN' ? command.shape.actions?.[action]?.[0] : action;
      expect(usage).toContain(shown);
    }
  });

  it('is found by each of its names, with and without a space', () => {
    for (const name of [command.name, ...command.aliases]) {
      expect(readCommand(`/${name} x`, registry, false)).toMatchObject({ name: command.name });
    }
  });
});

describe('every example', () => {
  it.each(everyExample)('/$name $example fits its own schema', ({ command, example }) => {
    const { text, mentions } = typeText(example, idOf);
    const bound = command.bind(readArguments(command.shape, text, mentions), 'zh-CN');
    expect(bound).toBeTypeOf('function');
  });

  // One conversation through all examples of all commands.
  it.each(byLocale)(
    'is answered when it is typed in ($locale)',
    async ({ locale }) => {
      const desk = await openOffice(locale);
      await desk.say('全能', '/submit 第一条｜11月16日，我局在县城召开会议。');
      for (const { command, example } of everyExample) {
        const drafts = await desk.say('全能', `/${shownName(command, locale)} ${example}`);
        expect(drafts.length, `/${command.name} ${example}`).toBeGreaterThan(0);
        checkDrafts(drafts, desk);
      }
    },
    60_000,
  );
});

/** What people type by mistake: nothing, too much, the wrong thing. */
const CLUMSY = [
  '',
  '？',
  '#',
  '#1',
  '不知道',
  'x y z',
  '2026-13',
  '"',
  '“',
  '@李四',
  '标题\n\n\n内容',
  '0'.repeat(3000),
];

describe('whatever follows its name', () => {
  it.each(everyCommand)('/$name is answered and never fails', async ({ command }) => {
    const desk = await openOffice('zh-CN');
    for (const typed of CLUMSY) {
      const drafts = await desk.say('全能', `/${command.name} ${typed}`);
      expect(drafts.length, typed).toBeGreaterThan(0);
      checkDrafts(drafts, desk);
    }
  });
});

describe('rights', () => {
  const mayUse = (command: Command, role: Role) =>
    command.roles.includes(role) || command.roles.includes('member');

  it.each(byLocale)('decide who is refused, role by role ($locale)', async ({ locale }) => {
    const desk = await openOffice(locale);
    for (const role of ROLES) {
      for (const command of commands) {
        // Who has no department is told so in the words of the refusal, whatever the right.
        if (role === 'editor' && command.refusal === 'department.none') continue;
        const drafts = await desk.say(`只是${role}`, `/${command.name} ${command.examples[0]}`);
        const refusal = texts(locale).errors[command.refusal ?? 'command.role'];
        const refused = wordsOf(drafts).includes(refusal.split(/\{\w+\}/).at(-1) ?? refusal);
        expect({ role, command: command.name, refused }).toEqual({
          role,
          command: command.name,
          refused: !mayUse(command, role),
        });
      }
    }
  });

  it.each(ROLES)('decide what the help shows: %s', async (role) => {
    const desk = await openOffice('zh-CN');
    const [help] = await desk.say(`只是${role}`, '/帮助');
    const card = help?.message.kind === 'card' ? help.message.card : undefined;
    const shown = card?.blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : [])) ?? [];
    const expected = commands.filter((command) => mayUse(command, role));
    const offered = commandsFor(commands, { roles: new Set<Role>(['member', role]) });
    expect(new Set(offered)).toEqual(new Set(expected));
    expect(offered).toHaveLength(expected.length);
    expect(shown.map(({ label }) => label)).toEqual(offered.map((command) => usageLine(command, 'zh-CN')));
  });
});

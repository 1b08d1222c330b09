import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAllowed } from '../../src/bot/authorize.ts';
import { defineCommand } from '../../src/bot/define-command.ts';
import { helpFor, nearestCommand, usageLine } from '../../src/bot/help.ts';
import { loadModules } from '../../src/bot/load-modules.ts';
import { createRegistry } from '../../src/bot/registry.ts';
import { ROLES, type Role } from '../../src/domain/people/role.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

function command(name: string, alias: string, roles: readonly Role[] = ['member']) {
  const words = { summary: `about ${name}`, args: { first: '第一', rest: '其余' } };
  return defineCommand({
    name,
    aliases: [alias],
    roles,
    words: { 'zh-CN': words, en: { ...words, args: { first: 'one', rest: 'more' } } },
    shape: { actions: { add: ['新增'], drop: ['删除'] }, positional: ['first'], rest: 'rest' },
    args: z.object({ first: z.string(), rest: z.string().optional() }),
    examples: ['新增 甲'],
    run: async () => undefined,
  });
}

const actor = (...roles: Role[]) => ({ roles: new Set(roles) });

describe('the registry', () => {
  it.each([
    ['two English names', command('same', '甲'), command('same', '乙')],
    ['two aliases', command('one', '甲'), command('two', '甲')],
    ['an alias and a name', command('one', '甲'), command('two', 'one')],
    ['names that differ in case or width', command('one', '甲'), command('two', 'ＯＮＥ')],
  ])('refuses a clash: %s', (_, first, second) => {
    expect(() => createRegistry([first, second])).toThrow(/is used by/);
  });

  it('takes the longest Chinese name that a word begins with', () => {
    const registry = createRegistry([command('one', '报'), command('two', '报送')]);
    expect(registry.findPrefix('报送标题')).toEqual({ name: 'two', length: 2 });
    expect(registry.findPrefix('报标题')).toEqual({ name: 'one', length: 1 });
    expect(registry.findPrefix('ones')).toBeUndefined();
  });
});

describe('the loader', () => {
  const isNamed = (value: unknown): value is { name: string } =>
    typeof value === 'object' && value !== null && 'name' in value;

  function folderWith(files: Readonly<Record<string, string>>): string {
    const folder = join(makeTestFolder(), 'parts');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json.d.ts'), '');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }
  const part = (name: string) => `export const part = { name: '${name}' };`;
  const load = (files: Readonly<Record<string, string>>) => loadModules(folderWith(files), 'part', isNamed);

  it('loads every module, in the order of their names', async () => {
    const found = await load({ 'two-words.js': part('two-words'), 'alpha.js': part('alpha') });
    expect(found.map(({ name }) => name)).toEqual(['alpha', 'two-words']);
  });

  it.each([
    ['a stray file', { 'notes.txt': 'hello' }, /kebab-case/],
    ['a name of another form', { 'CamelCase.js': part('CamelCase') }, /kebab-case/],
    ['a file without the export', { 'alpha.js': 'export const other = 1;' }, /exports no "part"/],
    ['an export of another kind', { 'alpha.js': 'export const part = 7;' }, /exports no "part"/],
    ['a name that is not the file’s', { 'alpha.js': part('beta') }, /name the file after it/],
    ['a module that throws', { 'alpha.js': 'throw new Error("broken");' }, /broken/],
  ])('refuses %s', async (_, files, message) => {
    await expect(load(files)).rejects.toThrow(message);
  });

  it('refuses a folder inside', async () => {
    const folder = folderWith({ 'alpha.js': part('alpha') });
    mkdirSync(join(folder, 'inner'));
    await expect(loadModules(folder, 'part', isNamed)).rejects.toThrow(/kebab-case/);
  });
});

describe('authorizing', () => {
  it.each(ROLES)('lets nobody in where no role is named, not even %s', (role) => {
    expect(isAllowed(actor(role), [])).toBe(false);
    expect(isAllowed(actor(), [role])).toBe(false);
    expect(isAllowed(actor(role), [role])).toBe(true);
  });

  it('knows no order among roles: an admin is no lead', () => {
    expect(isAllowed(actor('admin', 'chief'), ['lead'])).toBe(false);
    expect(isAllowed(actor('member', 'lead'), ['admin', 'lead'])).toBe(true);
  });
});

describe('the help', () => {
  const commands = [command('open', '公开'), command('secret', '内部', ['admin'])];

  it('shows only what the person may use', () => {
    const names = (...roles: Role[]) =>
      helpFor(commands, actor(...roles), 'en').map(({ names: [name] }) => name);
    expect(names('member')).toEqual(['open']);
    expect(names('member', 'admin')).toEqual(['open', 'secret']);
    expect(names()).toEqual([]);
  });

  it('computes the usage from the declaration, in the reader’s language', () => {
    const [open = command('x', '甲')] = commands;
    expect(usageLine(open, 'zh-CN')).toBe('/公开 新增|删除 <第一> [其余]');
    expect(usageLine(open, 'en')).toBe('/open add|drop <one> [more]');
  });

  it.each([
    ['opne', 'open'],
    ['公布', 'open'],
    ['OPEN', 'open'],
    ['secert', undefined],
    ['weather', undefined],
    ['天气', undefined],
  ])('guesses what %j may have meant, among what the person may use', (word, expected) => {
    expect(nearestCommand(word, commands, actor('member'))?.name).toBe(expected);
  });

  it('guesses among more for those who may more', () => {
    expect(nearestCommand('secert', commands, actor('member', 'admin'))?.name).toBe('secret');
  });
});

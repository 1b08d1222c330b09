import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadSettings } from '../../config/load.ts';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import type { Command } from '../../src/bot/define-command.ts';
import type { AnySchedule } from '../../src/bot/define-schedule.ts';
import { readArguments } from '../../src/bot/grammar/read-arguments.ts';
import { readCommand } from '../../src/bot/grammar/read-command.ts';
import { loadModules } from '../../src/bot/load-modules.ts';
import { createRegistry } from '../../src/bot/registry.ts';
import { runDueSchedules } from '../../src/bot/run-schedules.ts';
import { buildReportView } from '../../src/domain/report/build-view.ts';
import { createMovableClock, fromStamp, toStamp } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { compileTemplate } from '../../src/report/template/compile-template.ts';
import { openStore } from '../../src/store/create-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/all.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { layOutExamples, readExamples } from './lay-out-examples.ts';

const examples = readExamples();
let root = '';
beforeAll(() => {
  root = layOutExamples(examples);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function load(path: string): Promise<Record<string, unknown>> {
  return import(pathToFileURL(join(root, path)).href);
}

function isAboutExample(line: string): boolean {
  return line.startsWith('error') || [...examples.keys()].some((path) => line.includes(path));
}

describe('the examples in the guides', () => {
  it('are all there', () => {
    expect([...examples.keys()].sort()).toEqual([
      'src/commands/deadline.ts',
      'src/schedules/compile-hint.ts',
      'src/store/migrations/0042-item-note.ts',
      'src/templates/month-brief/sample.ts',
      'src/templates/month-brief/template.hbs',
      'src/templates/month-brief/view.ts',
      'test/flow/deadline.test.ts',
    ]);
  });

  it('fit the types', () => {
    const files = [...examples.keys()].filter((path) => path.endsWith('.ts'));
    const config = { extends: resolve('tsconfig.json'), compilerOptions: { rootDir: '/' }, files };
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ ...config, include: [] }));
    const compiler = createRequire(import.meta.url).resolve('typescript/package.json');

    const run = spawnSync(process.execPath, [join(dirname(compiler), 'bin/tsc'), '-p', root], {
      encoding: 'utf8',
    });

    // The rest of the tree is the type checker's own step; only what is said of the examples counts here.
    const complaints = `${run.stdout}${run.stderr}`.split('\n').filter(isAboutExample);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('keep to the form', () => {
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    for (const [path, text] of examples) {
      if (!path.endsWith('.ts')) continue;
      const run = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
        input: text,
        encoding: 'utf8',
      });
      expect(run.stdout).toBe(text);
    }
  });
});

describe('the example of a command', () => {
  it('is loaded, found by both names, and takes its own examples', async () => {
    const isCommand = (value: unknown): value is Command => value instanceof Object && 'bind' in value;
    const registry = createRegistry(await loadModules(join(root, 'src/commands'), 'command', isCommand));
    const [command] = registry.commands;

    expect(registry.find('截止时间')).toBe('deadline');
    for (const example of command?.examples ?? []) {
      const read = readCommand(`/截止时间 ${example}`, registry, false);
      expect(read.kind).toBe('command');
      const text = read.kind === 'command' ? read.argsText : '';
      expect(command?.bind(readArguments(command.shape, text, []), 'zh-CN')).toBeTypeOf('function');
    }
    expect(command?.bind(readArguments(command.shape, '上周 下周', []), 'en')).toEqual({ wrong: ['extra'] });
  });
});

describe('the example of a job', () => {
  it('acts once on the first working day of the month', async () => {
    const isSchedule = (value: unknown): value is AnySchedule => value instanceof Object && 'plan' in value;
    const schedules = await loadModules(join(root, 'src/schedules'), 'schedule', isSchedule);
    const clock = createMovableClock(fromStamp('2026-09-14T01:00:00Z'));
    const url = join(root, 'job.db');
    const store = await openStore({
      url,
      clock,
      defaults: loadSettings('config/bot.yaml'),
      exclusive: false,
    });
    const at = toStamp(clock.now());
    await store.repos.groups.ensure('chat', 'Group', at);
    await store.repos.groups.enable('chat', at, 'admin');
    await store.repos.people.learn([{ id: 'lead', name: 'Lead' }]);
    await store.repos.people.join('chat', ['lead'], at);
    await store.repos.people.grant('chat', 'lead', 'lead', at);
    const tick = async () => {
      const deps = {
        store,
        clock,
        calendars: createCalendars(),
        locale: 'en',
        logger: silentLogger,
      } as const;
      await runDueSchedules(schedules, { ...deps, onPlanned: () => undefined });
      return (await store.repos.outbox.depth()).due;
    };

    const before = await tick();
    clock.moveTo(fromStamp('2026-10-08T00:29:00Z'));
    const holiday = await tick();
    clock.moveTo(fromStamp('2026-10-08T00:30:00Z'));
    const after = [await tick(), await tick()];

    await store.close();
    expect([before, holiday, after]).toEqual([0, 0, [1, 1]]);
  });
});

describe('the example of a template', () => {
  it('is filled with a month of the work report', async () => {
    const { view } = await load('src/templates/month-brief/view.ts');
    const file = 'src/templates/month-brief/template.hbs';
    if (!(view instanceof z.ZodObject)) throw new Error('the view is no object');

    const text = compileTemplate(
      file,
      examples.get(file) ?? '',
      view,
    )(view.parse(buildReportView(sampleFacts)));

    expect(text).toContain('# 青禾县自然资源局2026年10月宣传工作情况报告');
    expect(text).toContain('## （一）理论学习方面');
  });
});

describe('the example of a migration', () => {
  it('changes a database in use', async () => {
    const { up } = await load('src/store/migrations/0042-item-note.ts');
    if (typeof up !== 'function') throw new Error('the migration has no step up');
    const opened = openDatabase(join(root, 'migration.db'), { exclusive: false });
    const copies: string[] = [];
    const copyBeside = async (name: string) => `${copies.push(name)}`;
    const database = { ...opened, copyBeside };
    await migrate(database);

    const example = { up: async (trx: unknown) => up(trx) };
    const result = await migrate(database, { ...migrations, '0042-item-note': example });

    const { rows } = await sql<{ name: string }>`select name from pragma_table_info('items')`.execute(
      opened.db,
    );
    await opened.close();
    expect(result.applied).toEqual(['0042-item-note']);
    expect(copies).toEqual(['before-0042-item-note']);
    expect(rows.map(({ name }) => name)).toContain('note');
  });
});

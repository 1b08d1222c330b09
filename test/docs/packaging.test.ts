import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { START_OPTION } from '../../bench/load/bot-process.ts';
import { variableNames } from '../../config/variables.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
/** `node dist/src/main.js serve`, or as a list of words. */
const commandsOf = (text: string) => all(text.replaceAll(/", "/g, ' '), /node (?:--\S+ )?(dist\/\S+ \w+)/g);
const KNOWN: readonly string[] = variableNames;

/** Whether the word starts a program that is built from a source there is, with a command that it knows. */
function isCommand(command: string): boolean {
  const [file = '', name = ''] = command.split(' ');
  const source = file.replace(/^dist\/(.*)\.js$/, '$1.ts');
  return existsSync(source) && new RegExp(`^ {2}${name}: async`, 'm').test(read(source));
}

describe('Containerfile', () => {
  const text = read('Containerfile');
  const [, program = ''] = text.split(/^FROM /m).slice(1);

  it('copies what is there, or what the first stage has made', () => {
    const copied = all(text, /^COPY (?!--from)(.+) \S+$/gm).flatMap((list) => list.split(' '));
    expect(copied.length).toBeGreaterThan(3);
    expect(copied.filter((path) => !existsSync(path.replace('/*.yaml', '')))).toEqual([]);
    expect(all(text, /--from=build \/app\/(\S+)/g)).toEqual(['package.json', 'node_modules', 'dist']);
  });

  it('is built on the version of Node that the project recommends, without naming a registry', () => {
    const bases = all(text, /^FROM (\S+)/gm);
    expect(new Set(bases)).toEqual(new Set([`node:${read('.nvmrc').trim()}-bookworm-slim`]));
  });

  it('sets variables that exist, and no secret', () => {
    const names = all(program, /\b([A-Z][A-Z_]+)=/g).filter((name) => name !== 'NODE_ENV');
    expect(names.filter((name) => !KNOWN.includes(name))).toEqual([]);
    expect(program).not.toMatch(/SECRET|KEY|TOKEN/);
  });

  it('runs a command that exists, as nobody in particular, and asks whether it is ready', () => {
    const commands = commandsOf(program);
    expect(commands).toEqual(['dist/src/main.js serve']);
    expect(commands.filter((command) => !isCommand(command))).toEqual([]);
    expect(program).toMatch(/^USER node$/m);
    expect(program).toMatch(/^HEALTHCHECK [\s\S]*\/readyz/m);
    expect(read('src/web/create-server.ts')).toContain("'/readyz'");
  });

  it('keeps secrets and data out of the image', () => {
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env*', 'data', '.git', 'node_modules']),
    );
  });
});

it('is started with the same options everywhere', () => {
  const start = /--\S+(?=",? "?dist\/src\/main\.js",? "?serve| dist\/src\/main\.js serve)/;
  const options = ['package.json', 'Containerfile', 'deploy/publicity-bot.service'].map(
    (file) => start.exec(read(file))?.[0],
  );
  expect(new Set(options)).toEqual(new Set([START_OPTION]));
});

const service = z.looseObject({
  image: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  env_file: z.string(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  volumes: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
});

describe('compose.yaml', () => {
  const { services, volumes } = z
    .object({
      services: z.object({ bot: service, database: service }),
      volumes: z.record(z.string(), z.null()),
    })
    .parse(parse(read('compose.yaml')));
  const { bot, database } = services;

  it('builds the bot from the file that is there, with variables that exist', () => {
    expect(existsSync(bot.build?.dockerfile ?? '')).toBe(true);
    expect(Object.keys(bot.environment ?? {}).filter((name) => !KNOWN.includes(name))).toEqual([]);
  });

  it('holds no secret: they come from files that the tree does not have', () => {
    expect([bot.env_file, database.env_file]).toEqual(['.env', '.env.database']);
    expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*']));
    expect(read('compose.yaml')).not.toMatch(/(SECRET|PASSWORD|TOKEN|KEY)\s*[:=]\s*\S/);
  });

  it('starts the bot when the database answers, and opens neither to the world', () => {
    expect(bot.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(database.healthcheck?.test.join(' ')).toContain('pg_isready');
    expect(bot.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(database.ports).toBeUndefined();
    expect(bot.read_only).toBe(true);
  });

  it('keeps data in volumes that it declares', () => {
    const named = [...bot.volumes, ...database.volumes].flatMap((volume) => all(volume, /^([a-z-]+):/g));
    expect(named.sort()).toEqual(Object.keys(volumes).sort());
    const dataDir = bot.environment?.DATA_DIR;
    expect(bot.volumes).toContain(`bot-data:${dataDir}`);
  });
});

describe('deploy/publicity-bot.service', () => {
  const unit = read('deploy/publicity-bot.service');

  it('runs a command that exists and leaves it the time it needs to end', () => {
    expect(commandsOf(unit).map(isCommand)).toEqual([true]);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThanOrEqual(10);
  });

  it('gives the program no more than it needs', () => {
    for (const line of [
      'NoNewPrivileges=true',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ])
      expect(unit.split('\n')).toContain(line);
  });

  it('is what systemd understands, where there is one to ask', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', 'deploy/publicity-bot.service'], {
      encoding: 'utf8',
    });
    const about = (stderr ?? '')
      .split('\n')
      .filter((line) => /publicity-bot\.service:\d+|Unknown/.test(line));
    expect({ status, about }).toMatchObject(status === null ? {} : { about: [] });
  });
});

describe('docs/guides/containers.md', () => {
  const text = read('docs/guides/containers.md');

  it('gives commands that exist, and sets variables that exist', () => {
    const commands = commandsOf(text);
    expect(commands.length).toBeGreaterThan(1);
    expect(commands.filter((command) => !isCommand(command))).toEqual([]);
    const names = all(text, /`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g);
    expect(names.filter((name) => !KNOWN.includes(name))).toEqual([]);
  });

  it('names services that compose.yaml has', () => {
    const used = all(text, /docker compose (?:exec|logs -f|build) (\w+)/g);
    expect(new Set(used)).toEqual(new Set(['bot']));
  });
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildProgram, type Program } from '../support/build-program.ts';

let program: Program;
beforeAll(() => {
  program = buildProgram();
});
afterAll(() => program.remove());

const runFile = promisify(execFile);
const run = (...args: string[]) =>
  runFile(process.execPath, ['dist/bench/main.js', ...args], { cwd: program.folder });

const figureLine = z.strictObject({
  name: z.string(),
  of: z.string(),
  what: z.string(),
  figure: z.number(),
  unit: z.string(),
});

async function bench(...args: string[]) {
  const { stdout } = await run(...args, '--json', '--quick');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => figureLine.parse(JSON.parse(line)));
}

test('ack: what the bot has acknowledged is stored, killed or not', { timeout: 60_000 }, async () => {
  const figures = await bench('ack', '--only', 'bot: stored, nothing else');
  const figure = (what: string) => figures.find((one) => one.what === what)?.figure;
  expect(figure('acknowledged but lost')).toBe(0);
  expect(figure('acknowledged')).toBeGreaterThan(0);
  expect(new Set(figures.map((one) => one.name))).toEqual(new Set(['ack']));
});

test('click: every press of a form is answered with its receipt', { timeout: 60_000 }, async () => {
  const figures = await bench('click');
  const figure = (what: string) => figures.find((one) => one.what === what)?.figure;
  expect(figure('answered')).toBe(40);
  expect(figure('wrong')).toBe(0);
  expect(figure('messages refused')).toBe(0);
});

test('latency: every submission gets its receipt', { timeout: 60_000 }, async () => {
  const figures = await bench('latency', '--only', 'SQLite');
  const figure = (what: string) => figures.find((one) => one.what === what)?.figure;
  expect(figure('submissions')).toBe(50);
  expect(figure('answered')).toBe(50);
});

test('groups: a bot is measured that has its cards out', { timeout: 60_000 }, async () => {
  const figures = await bench('groups');
  expect(figures.find(({ what }) => what === 'all cards out after')?.figure).toBeGreaterThan(0);
  expect(new Set(figures.map(({ of }) => of))).toEqual(new Set(['5 groups']));
});

test('compile: the file has something in it', { timeout: 60_000 }, async () => {
  const figures = await bench('compile');
  const size = figures.find((one) => one.of === '50 items' && one.what === 'file');
  expect(size?.figure).toBeGreaterThan(5);
});

test('a bench that there is not is told with the usage', async () => {
  await expect(run('nonsense')).rejects.toMatchObject({
    code: 2,
    stdout: expect.stringContaining('ack|latency|click|fan-out|start|groups|compile|demo|all'),
  });
});

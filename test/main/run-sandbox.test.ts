import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The built program: `npm test` builds before it tests. */
const PROGRAM = join(process.cwd(), 'dist/src/main.js');
const SETTINGS = join(process.cwd(), 'config/bot.yaml');
const children: ChildProcess[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
});

afterAll(async () => {
  for (const child of children) {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run sandbox', () => {
  it('prints what a bot beside it needs, and the page brings both together', async () => {
    const port = await freePort();
    const sandbox = start(['sandbox', '--port', '0', '--bot', `http://127.0.0.1:${port}`], {});
    const lines = await linesUntil(sandbox, /^BOT_NOW=/);
    const settings = Object.fromEntries(
      lines.flatMap((line) => (/^[A-Z_]+=/.test(line) ? [pair(line)] : [])),
    );
    const own = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, BOT_CONFIG: SETTINGS };
    const bot = start(['serve'], { ...settings, ...own });
    await linesUntil(bot, /"msg":"listening"/);
    const url = settings.LARK_DOMAIN ?? '';

    const stream = await fetch(`${url}/page/changes`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const hears = async (words: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = words.exec(told);
        if (found !== null) return found;
        told += (await reader?.read())?.value ?? '';
      }
    };
    const [, admin = ''] = await hears(/"id":"(ou_\w+)","name":"周致远"/);
    const [, group = ''] = await hears(/"id":"(oc_\w+)"/);
    await act(url, { act: 'bot', as: admin, chat: group, in: true });
    await hears(/"senderId":"bot"/);
    expect(await act(url, { act: 'clock', to: 'hour' })).toBe(200);
    await reader?.cancel();
  });

  it.each(['--port=x', '--bot=here', '--sideways'])('says what is wrong with %s', async (option) => {
    const [code] = await once(start(['sandbox', option], {}), 'exit');
    expect(code).toBe(2);
  });

  it('says so when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = portOf(server);
    const [code] = await once(start(['sandbox', '--port', String(port)], {}), 'exit');
    server.close();
    expect(code).toBe(2);
  });
});

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  return child;
}

function linesUntil({ stdout }: ChildProcess, last: RegExp): Promise<string[]> {
  const lines: string[] = [];
  return new Promise((resolve) => {
    if (stdout === null) return;
    createInterface({ input: stdout }).on('line', (line) => {
      lines.push(line);
      if (last.test(line)) resolve(lines);
    });
  });
}

function pair(line: string): [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

async function act(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/page/act`, { method: 'POST', body: JSON.stringify(body), headers })).status;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { median, round } from '../statistics.ts';

const OF = 'npm run demo';
const IDLE = '"busy":null';

interface Waited {
  readonly address: number;
  readonly usable: number;
}

/** How long somebody waits who tries the bot: for the page's address, and until the page lets them speak. */
export async function benchDemo(options: BenchOptions): Promise<Figure[]> {
  if (!options.wants({ of: OF })) return [];
  const rounds = options.quick ? 1 : 3;
  const all: Waited[] = [];
  for (let index = 0; index < rounds; index += 1) {
    options.progress(`demo: round ${index + 1} of ${rounds}`);
    all.push(await waitForPage());
  }
  return [
    toFigure('address printed', median(all.map(({ address }) => address))),
    toFigure('page usable', median(all.map(({ usable }) => usable))),
  ];
}

async function waitForPage(): Promise<Waited> {
  const start = performance.now();
  // In a group of its own: npm starts the build and the bot as children.
  const demo = spawn('npm', ['run', '--silent', 'demo'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  try {
    const url = await addressOf(demo);
    const address = performance.now() - start;
    await untilIdle(url);
    return { address, usable: performance.now() - start };
  } finally {
    if (demo.pid !== undefined) process.kill(-demo.pid, 'SIGTERM');
  }
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (stdout === null) return reject(new Error('no output'));
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    lines.on('close', () => reject(new Error('the demo ended without an address')));
  });
}

/** Reads what the page itself is sent, until nothing is being played any more. */
async function untilIdle(url: string): Promise<void> {
  const { body } = await fetch(`${url}/page/changes`);
  let told = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    told += chunk;
    if (told.includes(IDLE)) return;
  }
}

function toFigure(what: string, ms: number): Figure {
  return { name: 'demo', of: OF, what, figure: round(ms / 1000), unit: 's' };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const listening = z.object({ msg: z.literal('listening'), port: z.number() });

/**
 * The program as a process of its own that can be killed and started again at the same address: a door in front of it
 * passes requests on, and can lose an answer on its way back.
 */
export async function startKillableBot(folder: string, variables: () => Readonly<Record<string, string>>) {
  let child: ChildProcess | undefined;
  let port = 0;
  let onAnswer: (() => void) | undefined;

  async function start(): Promise<void> {
    const next = spawn(process.execPath, ['dist/src/main.js', 'serve'], {
      cwd: folder,
      env: { ...variables(), HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = next;
    port = await new Promise((resolve, reject) => {
      next.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)));
      createInterface({ input: next.stdout }).on('line', (line) => {
        const { data } = listening.safeParse(JSON.parse(line));
        if (data) resolve(data.port);
      });
    });
  }

  async function kill(): Promise<void> {
    const gone = child;
    if (gone === undefined || gone.exitCode !== null || gone.signalCode !== null) return;
    const exit = once(gone, 'exit');
    gone.kill('SIGKILL');
    await exit;
  }

  /** As the system asks a service to end. */
  async function terminate(): Promise<{ code: number | null; seconds: number }> {
    const gone = child;
    if (gone === undefined) throw new Error('there is no bot to end');
    const began = performance.now();
    const exit = once(gone, 'exit');
    gone.kill('SIGTERM');
    const [code] = await exit;
    return { code, seconds: (performance.now() - began) / 1000 };
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method, url: path, headers } = incoming;
    const inner = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const lose = onAnswer;
      onAnswer = undefined;
      if (lose) {
        outgoing.destroy();
        lose();
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    inner.on('error', () => outgoing.destroy());
    inner.end(Buffer.concat(chunks));
  }

  const door = createServer((incoming, outgoing) => void pass(incoming, outgoing));
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  await start();
  const { port: doorPort } = door.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${doorPort}`,
    start,
    kill,
    terminate,
    /** Kills the bot when it has answered the next request, and lets nobody see that answer. Resolves when it is dead. */
    killAtNextAnswer: () =>
      new Promise<void>((resolve) => {
        onAnswer = () => void kill().then(resolve);
      }),
    async stop(): Promise<void> {
      await kill();
      door.closeAllConnections();
      door.close();
    },
  };
}

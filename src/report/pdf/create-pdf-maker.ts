import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneAfterAnother } from '../../kernel/one-after-another.ts';

export type PdfOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'timeout' | 'failed' | 'too-large' };

export interface PdfMaker {
  /** A .docx as PDF. Throws only when it was stopped. */
  make(docx: Uint8Array): Promise<PdfOutcome>;
  /** Ends what is being made. */
  stop(): void;
}

export interface PdfOptions {
  /** Path of LibreOffice's `soffice`. */
  readonly program: string;
  /** Default: a minute, twenty times what an ordinary report takes. */
  readonly timeoutMs?: number;
  /** Largest PDF. Default: 30 MB. */
  readonly maxBytes?: number;
}

/** Where soffice, a shell script, finds the programs it calls. Nothing else of our environment, which has secrets. */
const PROGRAMS = '/usr/local/bin:/usr/bin:/bin';

/** Makes PDFs with LibreOffice, one at a time, each in a process and a folder of its own, which are gone afterwards. */
export function createPdfMaker({
  program,
  timeoutMs = 60_000,
  maxBytes = 30 * 1024 * 1024,
}: PdfOptions): PdfMaker {
  const stopping = new AbortController();
  async function make(docx: Uint8Array): Promise<PdfOutcome> {
    stopping.signal.throwIfAborted();
    const folder = await mkdtemp(join(tmpdir(), 'report-pdf-'));
    try {
      await writeFile(join(folder, 'report.docx'), docx);
      const end = await convert({ program, folder, timeoutMs, stop: stopping.signal });
      stopping.signal.throwIfAborted();
      return end === 'done'
        ? await readPdf(join(folder, 'report.pdf'), maxBytes)
        : { ok: false, reason: end };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { make: oneAfterAnother(make), stop: () => stopping.abort() };
}

/** LibreOffice ends well without a file when it could not read the document. */
async function readPdf(path: string, maxBytes: number): Promise<PdfOutcome> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return { ok: false, reason: 'failed' };
  return size > maxBytes ? { ok: false, reason: 'too-large' } : { ok: true, bytes: await readFile(path) };
}

interface Conversion {
  readonly program: string;
  readonly folder: string;
  readonly timeoutMs: number;
  readonly stop: AbortSignal;
}

function convert({ program, folder, timeoutMs, stop }: Conversion): Promise<'done' | 'failed' | 'timeout'> {
  return new Promise((resolve) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const options = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'pdf', '--outdir', folder];
    const child = spawn(program, [profile, ...options, join(folder, 'report.docx')], {
      cwd: folder,
      env: { PATH: PROGRAMS, HOME: folder, LANG: 'C.UTF-8' },
      stdio: 'ignore',
      // A group of its own: soffice starts others, which have to end with it.
      detached: true,
    });
    let late = false;
    const kill = () => killGroup(child.pid);
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, timeoutMs);
    stop.addEventListener('abort', kill, { once: true });
    const settle = (end: 'done' | 'failed') => {
      clearTimeout(timer);
      stop.removeEventListener('abort', kill);
      // Whoever it has left behind must not write into a folder that is being taken away.
      kill();
      resolve(late ? 'timeout' : end);
    };
    child.once('error', () => settle('failed'));
    child.once('exit', (code) => settle(code === 0 ? 'done' : 'failed'));
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have ended by themselves.
  }
}

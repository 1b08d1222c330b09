import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Usage, usageOf } from '../process-usage.ts';
import type { Cost } from './report-cost.ts';

/** How often the process is looked at; what it did after the last look is not counted as CPU or memory. */
const LOOK_MS = 10;

/**
 * The folder's `month.md` to a .docx, from the start of pandoc to its end. Undefined where it is not installed; throws
 * when it fails.
 */
export async function runPandoc(folder: string): Promise<Cost | undefined> {
  const start = performance.now();
  const child = spawn('pandoc', ['-f', 'markdown', '-o', 'month.docx', 'month.md'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { pid } = child;
  let usage: Usage = { cpuMs: Number.NaN, rssMb: Number.NaN, peakMb: Number.NaN };
  const timer = setInterval(() => {
    const seen = pid === undefined ? usage : usageOf([pid]);
    if (Number.isFinite(seen.peakMb)) usage = seen;
  }, LOOK_MS);
  try {
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`pandoc ended with ${code}`);
  } catch (error) {
    if (pid === undefined) return undefined;
    throw error;
  } finally {
    clearInterval(timer);
  }
  const milliseconds = performance.now() - start;
  return { milliseconds, ...usage, bytes: statSync(join(folder, 'month.docx')).size };
}

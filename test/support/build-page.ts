import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles the page's modules for a sandbox that runs from its sources: its `pageFolder`. */
export function buildPage(): { readonly folder: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'page-'));
  const tsc = 'node_modules/typescript/bin/tsc';
  execFileSync(process.execPath, [tsc, '-p', 'sandbox/page/client', '--noEmit', 'false', '--outDir', root]);
  return { folder: join(root, 'sandbox'), remove: () => rmSync(root, { recursive: true, force: true }) };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Longest wait for anything on a page: a slow machine is no failure. */
const PATIENCE_MS = 30_000;
/** Not the package's own: those put everything into one process and switch off what keeps sites apart. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

export interface OpenBrowser {
  /** A page of a visitor of its own. What goes wrong in it is kept in `complaints`. */
  visit(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Errors and refused loads of all pages so far. */
  readonly complaints: readonly string[];
  /** All visitors leave, before the page they look at is gone. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** A real browser, out of the package that carries it. */
export async function openBrowser(): Promise<OpenBrowser> {
  // The package unpacks into the folder for temporary files, and takes whatever it finds there for its own.
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const executablePath = await bundled.executablePath();
  const browser = await chromium.launch({ executablePath, args: ARGS, headless: true });
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const complaints: string[] = [];
  return {
    complaints,
    async visit(url, options = { viewport: { width: 1280, height: 860 } }) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error.stack)));
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(line.text());
      });
      await page.goto(url);
      return page;
    },
    async leave() {
      for (const context of browser.contexts()) await context.close();
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

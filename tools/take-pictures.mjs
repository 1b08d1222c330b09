// Takes the pictures of docs/pictures from the real thing: starts the built demo (npm run build first), visits its page
// with the browser that the tests use, and follows the first steps that the page suggests.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const FOLDER = 'docs/pictures';
const PATIENCE_MS = 120_000;

// The browser's package unpacks into the folder for temporary files, and takes whatever it finds there for its own.
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
process.env.TMPDIR = scratch;
mkdirSync(FOLDER, { recursive: true });
const demo = spawn(process.execPath, ['dist/src/main.js', 'demo'], { stdio: ['ignore', 'pipe', 'inherit'] });
const executablePath = await bundled.executablePath();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(await addressOf(demo));
  await page.getByRole('button', { name: '去试：报一条信息' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.locator('.card', { hasText: '规划公示牌进村入户' }).waitFor();
  await page.screenshot({ path: `${FOLDER}/page.png` });
  await page.getByRole('button', { name: '去试：出本月报告' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByRole('button', { name: '预览' }).click();
  await page.frameLocator('dialog iframe').getByRole('heading').first().waitFor();
  await page.locator('dialog').screenshot({ path: `${FOLDER}/report.png` });
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  rmSync(scratch, { recursive: true, force: true });
}

/** The page's address, as the demo prints it. */
function addressOf({ stdout }) {
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage } from '../support/audit-page.ts';
import { type OpenBrowser, openBrowser } from '../support/open-browser.ts';

/** The built program, as a stranger starts it: `npm test` builds before it tests. */
const PROGRAM = 'dist/src/main.js';
/** Playing the month so far takes a few seconds, on a busy machine a minute. */
const PLAYED_MS = 100_000;

let demo: ChildProcess;
let address: string;
let browser: OpenBrowser;

beforeAll(async () => {
  browser = await openBrowser();
  demo = spawn(process.execPath, [PROGRAM, 'demo'], { stdio: ['ignore', 'pipe', 'inherit'] });
  address = await new Promise((resolve) => {
    if (demo.stdout === null) return;
    createInterface({ input: demo.stdout }).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
  demo.kill('SIGTERM');
});

describe('a stranger who opens the page (docs/guides/sandbox.md)', () => {
  it(
    'has an item stored after two actions, and the month as a Word page after three more',
    async () => {
      const page = await browser.visit(address);
      let actions = 0;
      const press = async (button: Locator) => {
        await button.click({ timeout: PLAYED_MS });
        actions += 1;
      };

      await press(page.getByRole('button', { name: '去试：报一条信息' }));
      await press(page.getByRole('button', { name: '发送' }));
      await page
        .locator('.card', { hasText: '规划公示牌进村入户' })
        .filter({ hasText: '已收到 #' })
        .waitFor();
      expect(actions).toBeLessThanOrEqual(3);

      await press(page.getByRole('button', { name: '去试：出本月报告' }));
      await press(page.getByRole('button', { name: '发送' }));
      await press(page.getByRole('button', { name: '预览' }));
      await page.frameLocator('dialog iframe').getByText('规划公示牌进村入户').first().waitFor();
      expect(actions).toBeLessThanOrEqual(6);
      expect(browser.complaints).toEqual([]);
      expect(await auditPage(page)).toEqual([]);
    },
    PLAYED_MS + 30_000,
  );
});

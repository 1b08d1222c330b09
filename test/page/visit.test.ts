import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditPage } from '../support/audit-page.ts';
import { buildPage } from '../support/build-page.ts';
import { type OpenBrowser, openBrowser } from '../support/open-browser.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let built: ReturnType<typeof buildPage>;
let browser: OpenBrowser;
let office: Office;

beforeAll(async () => {
  built = buildPage();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  built.remove();
});

beforeEach(async () => {
  office = await startOffice({ pageFolder: built.folder, limits: 'none' });
});

afterEach(async () => {
  await browser.leave();
  await office.stop();
  expect(browser.complaints).toEqual([]);
});

describe('the page', () => {
  it('lets a visitor speak as anybody in the group, and shows the answer', async () => {
    const page = await browser.visit(office.sandbox.url);

    await playAs(page, '规划科通讯员');
    await say(page, '/报送 规划成果公示｜11月16日，规划科在局公示栏公示成果。');

    await page.getByRole('log').getByText('已收到 #1').waitFor();
    expect(office.sandbox.messages(office.chat).at(-1)?.text).toContain('规划成果公示');
  });

  it('has nothing that axe finds serious, in light and in dark, wide and narrow', async () => {
    await office.ask('规划科通讯员', '/报送');
    const wide = await browser.visit(office.sandbox.url);
    await wide.getByRole('button', { name: '通讯与故障' }).click();
    const dark = await browser.visit(office.sandbox.url, { colorScheme: 'dark' });
    const narrow = await browser.visit(office.sandbox.url, { viewport: { width: 390, height: 844 } });
    for (const page of [wide, dark, narrow]) await page.locator('.card').first().waitFor();

    expect(await auditPage(wide)).toEqual([]);
    expect(await auditPage(dark)).toEqual([]);
    expect(await auditPage(narrow)).toEqual([]);
  });
});

async function playAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('我是').selectOption({ label: name });
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '消息' }).fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}

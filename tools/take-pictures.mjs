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

const address = await addressOf(demo);

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.getByRole('button', { name: '去试：报一条信息' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.locator('.card', { hasText: '规划公示牌进村入户' }).waitFor();
  await page.screenshot({ path: `${FOLDER}/page.png` });
  await page.getByRole('button', { name: '去试：出本月报告' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByRole('button', { name: '预览' }).click();
  await page.frameLocator('dialog iframe').getByRole('heading').first().waitFor();
  await page.locator('dialog').screenshot({ path: `${FOLDER}/report.png` });
  await takeCards(await browser.newPage({ viewport: { width: 1000, height: 1200 }, deviceScaleFactor: 1.5 }));
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  rmSync(scratch, { recursive: true, force: true });
}

/** What a correspondent meets in the chat: the form, the receipt, the two reminders of a Friday. */
async function takeCards(page) {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.getByLabel('我是').selectOption({ label: '林晓禾（规划科通讯员）' });
  await say(page, '/报送');
  await takeCard(page.locator('.card', { has: page.locator('form') }), 'form');
  await say(page, '/报送 规划宣传进社区｜今日，规划科在城东社区发放规划图册200余份，解答群众咨询30余人次。');
  await takeCard(page.locator('.card', { hasText: '规划宣传进社区' }), 'receipt');

  await page.getByRole('button', { name: '到周五 10:00' }).click();
  const reminder = page.locator('.card', { hasText: /本周还有.*10月23日（周五）/ });
  await takeCard(reminder, 'reminder');
  const missing = (await reminder.last().locator('.mention').first().textContent()).replace('@', '');
  for (let hour = 11; hour <= 16; hour += 1) await page.getByRole('button', { name: '+1 小时' }).click();
  await page.getByLabel('我是').selectOption({ index: await personAt(page, missing) });
  await page.getByRole('button', { name: /^宣传助手/ }).click();
  await takeCard(page.locator('.card', { hasText: '的信息还没有收到' }), 'private-reminder');
}

async function personAt(page, name) {
  const people = await page.getByLabel('我是').locator('option').allTextContents();
  return people.findIndex((person) => person.startsWith(name));
}

async function say(page, text) {
  await page.getByRole('textbox', { name: '消息' }).fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}

async function takeCard(cards, name) {
  const card = cards.last();
  await card.waitFor();
  await card.scrollIntoViewIfNeeded();
  await card.screenshot({ path: `${FOLDER}/${name}.png` });
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

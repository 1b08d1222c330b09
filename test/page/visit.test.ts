import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditPage } from '../support/audit-page.ts';
import { buildPage } from '../support/build-page.ts';
import { type OpenBrowser, openBrowser } from '../support/open-browser.ts';
import { type Office, startOffice } from '../support/start-office.ts';

const HOSTILE = '<img src=x onerror="document.title=1"> <b>粗</b> {{title}} **星** </script>';

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
  office = await startOffice({ pageFolder: built.folder, settings: { reviewLevels: 1 } });
});

afterEach(async () => {
  await browser.leave();
  await office.stop();
  expect(browser.complaints).toEqual([]);
});

describe('a week on the page', () => {
  it('goes from a form to a receipt, back from the review and in again', async () => {
    const page = await browser.visit(office.sandbox.url);
    await playAs(page, '规划科通讯员');
    await say(page, '/报送');
    const form = latestCard(page).locator('form');
    await form.getByLabel('标题').fill('规划成果公示');
    await form.getByLabel('内容').fill('11月16日，规划科在局公示栏公示规划成果。');
    await form.getByLabel('栏目').selectOption('业务动态');
    await form.getByRole('button', { name: '报送' }).click();
    await page.getByRole('status').getByText('已收到 #1').waitFor();
    await cardWith(page, '已收到 #1').waitFor();

    await say(page, '/退回 1 请补充地点', '李负责');
    await log(page).locator('.quote', { hasText: '/退回 1' }).waitFor();
    await say(page, '/修改 1 内容：11月16日，规划科在白石镇公示规划成果。', '规划科通讯员');
    await log(page).getByText('在白石镇').last().waitFor();

    expect((await itemOne()).body).toBe('11月16日，规划科在白石镇公示规划成果。');
  });

  it('reminds on Friday when the visitor moves the clock there, and marks what was not seen', async () => {
    const page = await browser.visit(office.sandbox.url);

    await page.getByRole('button', { name: '到周五 10:00' }).click();

    await cardWith(page, '本周还有 2 个部门未报').waitFor();
    await page.getByText('11月20日周五').first().waitFor();
    await page.locator('summary', { hasText: '到指定时间' }).click();
    await page.getByLabel('到指定时间').fill('2026-11-20T15:30');
    await page.getByRole('button', { name: '拨过去' }).click();
    const member = page.getByRole('button', { name: '耕地科通讯员' });
    await member.getByTitle('1 条未读').waitFor();
    await member.click();
    await openPrivate(page);
    await log(page).getByText('的信息还没有收到').waitFor();
    await expect.poll(() => member.getByTitle('1 条未读').count()).toBe(0);
  });

  it('ends in a Word file that opens in the page, where nothing can run', async () => {
    await office.ask('规划科通讯员', `/报送 成果公示 ${HOSTILE}｜11月16日，规划科公示规划成果。`);
    await office.ask('李负责', '/通过 1');
    const page = await browser.visit(office.sandbox.url);

    await say(page, '/汇总 本月', '李负责');
    await page.getByRole('button', { name: '预览' }).click();

    const frame = page.frameLocator('dialog iframe');
    await frame.getByRole('heading', { name: '青禾县自然资源局2026年11月宣传工作情况报告' }).waitFor();
    await frame.getByText('onerror=').first().waitFor();
    expect(await frame.locator('img[src="x"], script').count()).toBe(0);
    expect(await auditPage(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('link', { name: '下载' }).click();
    expect((await download).suggestedFilename()).toMatch(/^青禾县自然资源局2026年11月.*\.docx$/);
  });

  it('lets people take back what they said, and the bot hears of it', async () => {
    const page = await browser.visit(office.sandbox.url);
    await say(page, '/报送 规划成果公示｜11月16日，规划科公示规划成果。', '规划科通讯员');
    await cardWith(page, '已收到 #1').waitFor();

    await say(page, '/报送 另一条｜11月16日，规划科在局里学习。');
    const receipt = cardWith(page, '已收到 #2');
    await receipt.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    const said = log(page).getByRole('listitem').filter({ hasText: '/报送 规划成果公示' }).first();
    await said.hover();
    await said.getByRole('button', { name: '撤回', exact: true }).click();

    await log(page).getByText('规划科通讯员撤回了一条消息').waitFor();
    await expect.poll(async () => (await itemOne()).state).toBe('withdrawn');
  });
});

describe('visitors', () => {
  it('see the same, each as somebody else, at once', async () => {
    const [one, other] = [await browser.visit(office.sandbox.url), await browser.visit(office.sandbox.url)];
    await playAs(one, '规划科通讯员');
    await playAs(other, '李负责');

    await say(one, '@李负责 请看一下');

    await log(other).getByRole('listitem').filter({ hasText: '请看一下' }).locator('.mention-me').waitFor();
    await log(other).getByRole('listitem').last().getByRole('button', { name: '回复' }).click();
    await say(other, '看过了');
    await log(one).locator('.quote', { hasText: '请看一下' }).waitFor();
    expect(office.sandbox.messages(office.chat).at(-1)).toMatchObject({
      senderId: office.person('李负责'),
      parentId: office.sandbox.messages(office.chat).at(-2)?.id,
    });
  });

  it('lose nothing when they load the page anew: place, person, draft, what was said', async () => {
    const page = await browser.visit(office.sandbox.url);
    await playAs(page, '耕地科通讯员');
    await openPrivate(page);
    await say(page, '帮助');
    await log(page).getByText('/报送').first().waitFor();
    await page.getByRole('textbox', { name: '消息' }).fill('还没写完');

    await page.reload();

    await log(page).getByText('/报送').first().waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: '消息' }).inputValue()).toBe('还没写完');
    expect(await page.getByLabel('我是').locator('option:checked').textContent()).toBe('耕地科通讯员');
  });

  it('send pictures, files and rich text, forward messages and edit their own', async () => {
    const page = await browser.visit(office.sandbox.url);
    await playAs(page, '规划科通讯员');
    await page
      .getByLabel('发文件')
      .setInputFiles({ name: '表 1.txt', mimeType: 'text/plain', buffer: Buffer.from('一') });
    await log(page).getByText('表 1.txt').waitFor();
    await page.getByRole('button', { name: '富文本' }).click();
    await page.getByLabel('标题').fill('通知');
    await page.getByLabel('加图片').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
    await say(page, '见 [网站](https://example.com/a)\n第二段');
    await log(page).getByRole('link', { name: '网站' }).waitFor();
    await log(page).getByRole('img', { name: '图片' }).waitFor();
    await say(page, '明天开会');
    const said = log(page).getByRole('listitem').filter({ hasText: '明天开会' });
    await said.hover();
    await said.getByRole('button', { name: '编辑' }).click();
    await log(page).getByLabel('编辑').fill('后天开会');
    await page.getByRole('button', { name: '改好了' }).click();
    await log(page).getByText('后天开会').waitFor();

    for (const text of ['表 1.txt', '后天开会']) {
      const picked = log(page).getByRole('listitem').filter({ hasText: text });
      await picked.hover();
      await picked.getByRole('button', { name: '合并转发' }).click();
    }
    await page.getByRole('button', { name: '把选中的 2 条转发给机器人' }).click();
    await log(page).locator('.forwarded', { hasText: '后天开会' }).waitFor();

    expect(
      office.sandbox
        .messages(office.chat)
        .slice(-3)
        .map(({ type, text }) => `${type} ${text}`),
    ).toEqual(['file 📄 表 1.txt', 'post 通知\n见 网站\n第二段\n[图片]', 'text 后天开会']);
  });

  it('are shown what others typed to the letter, whatever it is, wherever it stands', async () => {
    office.sandbox.join(office.chat, office.sandbox.createPerson(HOSTILE, { title: HOSTILE }));
    const page = await browser.visit(office.sandbox.url);
    await say(page, HOSTILE, '规划科通讯员');
    await say(page, `/报送 ${HOSTILE}｜11月16日，${HOSTILE}`);
    await page.getByRole('button', { name: '富文本' }).click();
    await page.getByLabel('标题').fill(HOSTILE);
    await say(page, HOSTILE);
    await page
      .getByLabel('发文件')
      .setInputFiles({ name: `${HOSTILE.replace('/', '')}.docx`, mimeType: 'a/b', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: '预览' }).click();
    await page.frameLocator('dialog iframe').getByText('这个文件不能预览').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '通讯与故障' }).click();
    await page.locator('.wire-log summary').first().click();
    await cardWith(page, '已收到 #1').waitFor();

    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).toBe('宣传助手 · 本机飞书');
    const shown = await log(page).locator('.bubble.text').allTextContents();
    expect(shown.filter((text) => text.includes(HOSTILE))).toHaveLength(2);
    expect(await page.getByRole('log').locator('.post h3').textContent()).toBe(HOSTILE);
    expect(await cardWith(page, '已收到 #1').textContent()).toContain('**星**');
  });

  it('can look at the wire and let the platform fail', async () => {
    const page = await browser.visit(office.sandbox.url);
    await page.getByRole('button', { name: '通讯与故障' }).click();
    await page.getByLabel('发消息一律答 500').check();
    await say(page, '/进度', '李负责');
    await page.locator('.wire-log .bad', { hasText: '500' }).first().waitFor();
    await page.getByLabel('发消息一律答 500').uncheck();

    await log(page).locator('.quote', { hasText: '/进度' }).waitFor();
    const event = page.locator('.wire-log li', { hasText: 'im.message.receive_v1' }).first();
    await event.locator('summary').click();
    expect(await event.locator('pre').first().textContent()).toContain('/进度');
  });
});

describe('the looks', () => {
  it('have nothing that axe finds serious, wide and narrow, in light and in dark', async () => {
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

  it('leave the mouse aside: who is mentioned can be chosen by keys', async () => {
    const page = await browser.visit(office.sandbox.url);
    await playAs(page, '规划科通讯员');
    const field = page.getByRole('textbox', { name: '消息' });
    await field.focus();
    await page.keyboard.type('请 @');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('看');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('谢谢');
    await page.keyboard.press('Enter');

    await log(page).getByText('谢谢').waitFor();
    const said = office.sandbox.messages(office.chat).find(({ text }) => text.endsWith('谢谢'));
    expect(said).toMatchObject({ text: '请 @陈管理 看\n谢谢', mentions: [office.person('陈管理')] });
  });

  it('need no more width than a phone has', async () => {
    const page = await browser.visit(office.sandbox.url, { viewport: { width: 360, height: 740 } });
    await page.locator('.card').first().waitFor();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.getByRole('button', { name: '成员' }).click();
    await page.getByRole('button', { name: '耕地科通讯员' }).click();
    await page.getByRole('button', { name: '通讯与故障' }).click();
    await page.getByRole('button', { name: '通讯与故障' }).click();
    await page.getByRole('button', { name: '返回会话列表' }).click();
    await openPrivate(page);
    await say(page, '帮助');
    await log(page).getByText('/报送').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function playAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('我是').selectOption({ label: name });
}

async function say(page: Page, text: string, as?: string): Promise<void> {
  if (as !== undefined) await playAs(page, as);
  await page.getByRole('textbox', { name: '消息' }).fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}

async function openPrivate(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^宣传助手/ }).click();
}

function log(page: Page) {
  return page.getByRole('log');
}

function latestCard(page: Page) {
  return page.locator('.card').last();
}

function cardWith(page: Page, text: string) {
  return page.locator('.card', { hasText: text }).last();
}

async function itemOne() {
  const item = await office.bot.store.repos.items.find(office.chat, { serial: 1 });
  return { body: item?.body, state: item?.state };
}

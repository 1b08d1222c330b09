import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene, send } from '../sandbox/support.ts';
import { buildPage } from '../support/build-page.ts';
import { type OpenBrowser, openBrowser } from '../support/open-browser.ts';

let built: ReturnType<typeof buildPage>;
let browser: OpenBrowser;

beforeAll(async () => {
  built = buildPage();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  built.remove();
});

const plain = (content: string) => ({ tag: 'plain_text', content });

describe('a card on the page', () => {
  it('shows its head, tags, columns, people and panels', async () => {
    const { page, person } = await openCard((scene) => [
      { tag: 'markdown', content: `**急** <at id=${scene.person}></at> <font color='red'>晚</font>` },
      { tag: 'person_list', persons: [{ id: scene.person }] },
      {
        tag: 'column_set',
        columns: [
          { tag: 'column', elements: [{ tag: 'div', text: plain('左') }] },
          { tag: 'column', elements: [{ tag: 'div', text: plain('右') }] },
        ],
      },
      {
        tag: 'collapsible_panel',
        header: { title: plain('更多') },
        elements: [{ tag: 'div', text: plain('折起的话') }],
      },
    ]);
    expect(person).toMatch(/^ou_/);
    expect(await page.locator('.card-title').textContent()).toBe('标题重要');
    expect(await page.locator('.card strong').textContent()).toBe('急');
    expect(await page.locator('.card .mention').textContent()).toBe('@张三');
    expect(await page.locator('.card .person').textContent()).toBe('张三');
    expect(await page.locator('.card .text-red').textContent()).toBe('晚');
    expect(await page.locator('.column').allTextContents()).toEqual(['左', '右']);
    expect(await page.getByText('折起的话').isVisible()).toBe(false);
    await page.getByText('更多').click();
    expect(await page.getByText('折起的话').isVisible()).toBe(true);
  });

  it('draws charts, with their figures for those who do not see them', async () => {
    const values = [
      { name: '规划科', n: 5 },
      { name: '<b>耕地科</b>', n: 2 },
    ];
    const data = { values };
    const { page } = await openCard(() => [
      {
        tag: 'chart',
        chart_spec: { type: 'bar', title: { text: '各部门' }, data, xField: 'name', yField: 'n' },
      },
      { tag: 'chart', chart_spec: { type: 'line', data, xField: 'name', yField: 'n' } },
      { tag: 'chart', chart_spec: { type: 'pie', data, categoryField: 'name', valueField: 'n' } },
    ]);
    expect(await page.getByRole('img', { name: '各部门，规划科 5，<b>耕地科</b> 2' }).count()).toBe(1);
    const [bars, lines, parts] = [0, 1, 2].map((nth) => page.locator('.card .chart').nth(nth));
    const heights = await bars
      ?.locator('rect')
      .evaluateAll((all) => all.map((one) => one.getAttribute('height')));
    expect(heights).toEqual(['110', '44']);
    expect(await lines?.locator('circle').count()).toBe(2);
    expect(await parts?.locator('text').allTextContents()).toEqual(['规划科', '<b>耕地科</b>', '5', '2']);
  });

  it('turns the pages of a table', async () => {
    const { page } = await openCard(() => [
      {
        tag: 'table',
        page_size: 2,
        columns: [
          { name: 'a', display_name: '部门' },
          { name: 'b', display_name: '条数', data_type: 'number', format: { precision: 1 } },
        ],
        rows: [
          { a: '甲', b: 1 },
          { a: '乙', b: 2 },
          { a: '丙', b: 3 },
        ],
      },
    ]);
    expect(await page.locator('.card td').allTextContents()).toEqual(['甲', '1.0', '乙', '2.0']);
    await page.getByRole('button', { name: '下一页' }).click();
    expect(await page.locator('.card td').allTextContents()).toEqual(['丙', '3.0']);
    expect(await page.getByText('第 2 页，共 2 页').isVisible()).toBe(true);
  });

  it('says what it cannot draw or let be operated', async () => {
    const { page } = await openCard(() => [
      { tag: 'chart', chart_spec: { type: 'pie' } },
      { tag: 'overflow', options: [{ text: plain('更多') }] },
      { tag: 'date_picker', behaviors: [{ type: 'callback', value: {} }] },
      { tag: 'button', text: plain('去'), icon: { tag: 'standard_icon', token: 'send_outlined' } },
    ]);
    expect(await page.locator('.card .undrawn').allTextContents()).toEqual([
      '（此处画不出：chart）',
      '（此处画不出：overflow）',
      '（单独的控件在这里不能操作）',
    ]);
    expect(await page.getByRole('img', { name: '（此处画不出：send_outlined）' }).count()).toBe(1);
  });

  it('keeps what is being typed into it while others talk', async () => {
    const { page, sandbox, group, person } = await openCard(() => [
      {
        tag: 'form',
        name: 'form',
        elements: [
          { tag: 'input', name: 'title', label: plain('标题栏'), required: true },
          { tag: 'button', name: 'send', text: plain('交'), form_action_type: 'submit' },
        ],
      },
    ]);
    const field = page.getByLabel('标题栏');
    await field.pressSequentially('写到一');
    sandbox.say(person, group, '大家好');
    await page.getByText('大家好').last().waitFor();
    await page.keyboard.type('半');

    expect(await field.inputValue()).toBe('写到一半');
  });
});

/** A page of its own that shows a card with these elements. */
async function openCard(elements: (scene: Scene) => readonly object[]): Promise<Scene & { page: Page }> {
  const scene = await openScene({ pageFolder: built.folder });
  const tag = { tag: 'text_tag', text: plain('重要'), color: 'red' };
  await send(scene.client, scene.group, 'interactive', {
    schema: '2.0',
    header: { title: plain('标题'), text_tag_list: [tag], template: 'orange' },
    body: { elements: elements(scene) },
  });
  const page = await browser.visit(scene.sandbox.url);
  await page.locator('.card').waitFor();
  return { ...scene, page };
}

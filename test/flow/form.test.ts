import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

async function item(serial: number) {
  return office.bot.store.repos.items.find(office.chat, { serial });
}

describe('the form', () => {
  it('stores what was filled in and becomes the receipt', async () => {
    const card = await office.askForMessage('规划科通讯员', '/报送');

    const result = await office.sandbox.click(office.person('规划科通讯员'), card.id, '报送', {
      title: '召开｜推进会',
      body: '第一段，县局开会。\n第二段',
      date: '2026-11-12',
      section: '主题宣传',
      outlets: '青禾日报',
    });

    expect(result.toast?.content).toContain('已收到 #1');
    expect(await item(1)).toMatchObject({
      title: '召开 推进会',
      body: '第一段，县局开会。\n第二段',
      eventDate: '2026-11-12',
      section: '主题宣传',
      outlets: '青禾日报',
    });
    const shown = office.sandbox.messages(office.chat).find(({ id }) => id === card.id);
    expect(shown?.text).toContain('202611-规划科-01');
  });

  it('is one item of a person, however often it is pressed', async () => {
    const card = await office.askForMessage('规划科通讯员', '/报送');
    const filled = { title: '标题', body: '11月16日，县局开会。' };
    const press = () => office.sandbox.click(office.person('规划科通讯员'), card.id, '报送', filled);

    const [first, second] = await Promise.all([press(), press()]);

    expect([first.toast?.content, second.toast?.content]).toEqual([
      expect.stringContaining('已收到 #1'),
      expect.stringContaining('已收到 #1'),
    ]);
    expect(await item(2)).toBeUndefined();
  });

  it('is for those who may submit, whoever asked for it', async () => {
    const card = await office.askForMessage('规划科通讯员', '/报送');
    const filled = { title: '标题', body: '11月16日，县局开会。' };

    const refused = await office.sandbox.click(office.person('路人甲'), card.id, '报送', filled);
    await office.sandbox.click(office.person('耕地科通讯员'), card.id, '报送', filled);

    expect(refused.toast?.content).toContain('只有');
    expect((await item(1))?.number).toBe('202611-耕地科-01');
  });
});

describe('the buttons of a receipt', () => {
  it('send the form to edit in private when pressed in the group', async () => {
    const receipt = await office.askForMessage('规划科通讯员', '/报送 标题｜11月16日，县局开会。');
    const me = office.person('规划科通讯员');

    const pressed = await office.sandbox.click(me, receipt.id, '修改');
    const form = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), ({ text }) =>
      text.includes('修改 #1'),
    );
    const saved = await office.sandbox.click(me, form.id, '保存', {
      title: '新标题',
      body: '11月16日，县局开会。',
    });

    expect(pressed.toast?.content).toContain('私信');
    expect(saved.toast?.content).toContain('已修改 202611-规划科-01（第 2 稿）');
    expect((await item(1))?.title).toBe('新标题');
  });

  it('withdraw for the author, and not for others', async () => {
    const receipt = await office.askForMessage('规划科通讯员', '/报送 标题｜11月16日，县局开会。');

    const refused = await office.sandbox.click(office.person('耕地科通讯员'), receipt.id, '撤回');
    const done = await office.sandbox.click(office.person('规划科通讯员'), receipt.id, '撤回');

    expect(refused.toast?.content).toContain('不是您部门报送的');
    expect(done.toast?.content).toContain('已撤回');
    expect((await item(1))?.state).toBe('withdrawn');
  });

  it('offer the second likely section', async () => {
    const receipt = await office.askForMessage(
      '规划科通讯员',
      '/报送 窗口便民服务与耕地保护宣讲｜11月16日，县局开展耕地保护便民服务。',
    );
    const first = (await item(1))?.section;
    const label = /\[(改到“[^”]+”)\]/.exec(receipt.text)?.[1] ?? '';

    await office.sandbox.click(office.person('规划科通讯员'), receipt.id, label);

    expect((await item(1))?.section).not.toBe(first);
    expect(label).toContain((await item(1))?.section);
  });
});

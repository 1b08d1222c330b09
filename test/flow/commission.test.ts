import { afterEach, describe, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ASK = '/约稿 规划科、耕地科 规划惠民｜写一篇基层一线的做法。 截止：11月25日';
const TEXT = '村庄规划送到田间地头｜11月17日，规划科到柳溪村宣讲村庄规划。';

function fromBot(chat: string) {
  return office.sandbox.messages(chat).filter(({ senderId }) => senderId === 'bot');
}

function cards() {
  return fromBot(office.chat).filter(({ text }) => text.includes('请在11月25日'));
}

/** What the person was reminded of, in private. */
function reminders(name: string) {
  return fromBot(office.privately(name)).filter(({ text }) => text.includes('还没有收到您部门的稿件'));
}

async function replyTo(messageId: string, name: string, text: string): Promise<string> {
  const id = office.sandbox.say(office.person(name), office.chat, text, { replyTo: messageId });
  const answer = await office.sandbox.awaitMessage(office.chat, ({ parentId }) => parentId === id);
  return answer.text;
}

describe('asking', () => {
  it('puts a card into the group that calls who reports for the departments, and is listed', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });

    const receipt = await office.ask('李负责', ASK);
    await office.settled();

    expect(receipt).toContain('约稿 c1 已发到工作群');
    const [card, ...others] = cards();
    expect(others).toHaveLength(0);
    expect(card?.text).toContain('约稿 c1：规划惠民');
    expect(card?.mentions).toEqual([office.person('规划科通讯员'), office.person('耕地科通讯员')]);
    expect(await office.ask('李负责', '/约稿')).toContain('已交 0 个部门，未交 2 个：规划科、耕地科');
    expect(await office.ask('登记科通讯员', '/进度')).toMatch(/c1《规划惠民》.*未交 2 个(?!：)/);
    expect(await office.ask('陈管理', '/审计')).toContain('约稿：c1 2 个部门');
  });

  it('goes to the correspondents alone when asked to', async () => {
    office = await startOffice();

    expect(await office.ask('李负责', '/约稿 私信 规划科 森林防火 截止：周五')).toContain('私信各部门通讯员');
    await office.settled();

    expect(fromBot(office.privately('规划科通讯员')).map(({ text }) => text)).toEqual([
      expect.stringContaining('约稿 c1：森林防火'),
    ]);
    expect(fromBot(office.privately('耕地科通讯员'))).toEqual([]);
    expect(fromBot(office.chat).some(({ text }) => text.includes('请在11月20日'))).toBe(false);
  });

  it.each([
    ['/约稿 规划科 主题', '缺少截止日期'],
    ['/约稿 规划科 主题 截止：11月31日', '不存在'],
    ['/约稿 规划科 主题 截止：2026-11-01', '已经过去'],
    ['/约稿 后勤科 主题 截止：11月25日', '没有找到部门“后勤科”'],
    ['/约稿 规划科 截止：11月25日', '缺少约稿的主题'],
    ['/约稿 取消 c9', '没有找到约稿“c9”'],
  ])('%s is put right', async (text, answer) => {
    office = await startOffice();
    expect(await office.ask('李负责', text)).toContain(answer);
    expect(await office.ask('李负责', '/约稿')).toContain('没有未截止的约稿');
  });
});

describe('answering', () => {
  it('is a reply to the card, a line in the text, or the form that a bare reply opens', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.ask('李负责', ASK.replace('耕地科', '耕地科、登记科'));
    await office.settled();
    const card = cards()[0]?.id ?? '';

    expect(await replyTo(card, '规划科通讯员', `/报送 ${TEXT}`)).toContain('c1《规划惠民》');
    expect(
      await office.ask('耕地科通讯员', '/报送 守好田坎｜11月17日，耕地科开展巡田。\n约稿：c1'),
    ).toContain('c1《规划惠民》');
    expect(await replyTo(card, '登记科通讯员', '/报送')).toContain('报送信息');
    const form = fromBot(office.chat).at(-1)?.id ?? '';
    await office.sandbox.click(office.person('登记科通讯员'), form, '报送', {
      title: '开展上门服务',
      body: '11月17日，登记中心上门服务。',
    });

    expect(await office.ask('李负责', '/约稿')).toContain('已交 3 个部门，未交 0 个');
    await office.ask('耕地科通讯员', '/撤回 #2');
    expect(await office.ask('李负责', '/约稿')).toContain('已交 2 个部门，未交 1 个：耕地科');
  });

  it('to a commission that is not there stores the item with a warning', async () => {
    office = await startOffice();

    const receipt = await office.ask('规划科通讯员', `/报送 ${TEXT}\n约稿：c7`);

    expect(receipt).toContain('没有找到约稿“c7”');
    expect(await office.ask('规划科通讯员', '/查看 #1')).not.toContain('约稿：c7');
  });
});

describe('before and after the due day', () => {
  it('reminds those who owe it the working day before and on the day, then tells the lead', async () => {
    office = await startOffice();
    await office.ask('李负责', ASK);
    await office.ask('规划科通讯员', `/报送 ${TEXT}\n约稿：c1`);

    await office.moveTo('2026-11-23T09:31');
    expect(reminders('耕地科通讯员')).toHaveLength(0);
    await office.moveTo('2026-11-24T09:31');
    await office.restart();
    await office.moveTo('2026-11-24T09:36');
    expect(reminders('耕地科通讯员')).toHaveLength(1);
    await office.moveTo('2026-11-25T09:31');
    expect(reminders('耕地科通讯员')).toHaveLength(2);
    expect(reminders('规划科通讯员')).toHaveLength(0);

    await office.moveTo('2026-11-26T09:31');
    await office.moveTo('2026-11-27T09:31');
    expect(reminders('耕地科通讯员')).toHaveLength(2);
    const told = fromBot(office.privately('李负责')).filter(({ text }) => text.includes('已截止的约稿'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('已交 1 个部门，未交 1 个：耕地科');
  });

  it('reminds on Friday of what is due at the weekend, and of nothing that is cancelled or switched off', async () => {
    office = await startOffice();
    await office.ask('李负责', '/约稿 规划科 森林防火 截止：11月21日');
    await office.ask('李负责', '/约稿 耕地科 秋粮入库 截止：11月20日');
    expect(await office.ask('李负责', '/约稿 取消 c2')).toContain('已取消约稿 c2《秋粮入库》');
    await office.settled();
    expect(fromBot(office.privately('耕地科通讯员')).map(({ text }) => text)).toEqual([
      expect.stringContaining('现已取消'),
    ]);

    await office.moveTo('2026-11-19T09:31');
    expect(reminders('规划科通讯员')).toHaveLength(0);
    await office.moveTo('2026-11-20T09:31');
    expect(reminders('规划科通讯员')).toHaveLength(1);
    expect(reminders('耕地科通讯员')).toHaveLength(0);

    await office.ask('陈管理', '/设置 约稿提醒 关');
    await office.moveTo('2026-11-23T10:00');
    expect(fromBot(office.privately('李负责')).some(({ text }) => text.includes('已截止的约稿'))).toBe(false);
  });

  it('stands in the plans of the month before', async () => {
    office = await startOffice();
    await office.ask('李负责', '/约稿 规划科 宪法宣传周 截止：12月4日');
    await office.ask('李负责', '/汇总 11月');

    const message = await office.sandbox.awaitMessage(office.chat, ({ type }) => type === 'file');
    const file = office.sandbox.uploadedFile(message.fileKey ?? '');
    expect(await readDocx(file?.bytes ?? new Uint8Array())).toContain('做好“宪法宣传周”宣传报送工作。');
  });
});

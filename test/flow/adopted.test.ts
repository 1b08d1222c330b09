import { afterEach, describe, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const LINK = 'https://news.example.com/a/1.html';

function fromBot(chat: string) {
  return office.sandbox.messages(chat).filter(({ senderId }) => senderId === 'bot');
}

/** The text of the next Word file in the group. */
async function report(say: string): Promise<string> {
  const before = new Set(office.sandbox.messages(office.chat).map(({ id }) => id));
  await office.ask('李负责', say);
  const message = await office.sandbox.awaitMessage(
    office.chat,
    ({ id, type }) => type === 'file' && !before.has(id),
  );
  return readDocx(office.sandbox.uploadedFile(message.fileKey ?? '')?.bytes ?? new Uint8Array());
}

async function submit(department: string, title: string): Promise<void> {
  await office.ask(`${department}通讯员`, `/报送 ${title}｜11月17日，${department}在柳溪村开展宣讲。`);
}

describe('what an outlet printed', () => {
  it('is one card in the group with title, department and outlet, and calls nobody', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    await office.settled();
    const before = fromBot(office.chat).length;

    const card = await office.askForMessage('规划科通讯员', `/用稿 #1 县融媒 ${LINK} 11月16日 头版`);
    await office.settled();

    expect(fromBot(office.chat)).toHaveLength(before + 1);
    expect(card.text).toContain('用稿：县融媒体中心');
    expect(card.text).toContain('#1《村庄规划送到田间地头》');
    expect(card.text).toContain('规划科');
    expect(card.text).toContain('县融媒体中心（县级，11月16日，头版）');
    expect(card.text).toContain(LINK);
    expect(card.mentions).toEqual([]);
    expect(await office.ask('李负责', '/查看 #1')).toContain('县融媒体中心（11月16日，头版）');
    expect(await office.ask('李负责', '/历史 #1')).toContain('登记用稿');
    expect(await office.ask('陈管理', '/审计')).toContain('登记用稿：202611-规划科-01');
  });

  it('said in private is answered there, and the group hears of it', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');

    const told = await office.ask(
      '规划科通讯员',
      '用稿 #1 《局工作简报》 第3期 昨天',
      office.privately('规划科通讯员'),
    );
    await office.settled();

    expect(told).toContain('已登记 202611-规划科-01 用稿：局工作简报（11月15日，第3期）');
    expect(fromBot(office.chat).filter(({ text }) => text.includes('用稿：局工作简报'))).toHaveLength(1);
  });

  it('by an outlet that the directory lacks is taken, and the lead is told once how to add it', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    await submit('规划科', '守好田坎');

    const card = await office.ask('规划科通讯员', `/用稿 #1 山水网 ${LINK} 11月16日`);
    await office.ask('规划科通讯员', `/用稿 #2 山水网 ${LINK} 11月16日`);
    await office.settled();

    expect(card).toContain('山水网（级别未定，11月16日）');
    const hints = fromBot(office.privately('李负责')).filter(({ text }) => text.includes('不在媒体目录'));
    expect(hints.map(({ text }) => text)).toEqual([expect.stringContaining('/媒体 新增 山水网 县级')]);
    await office.ask('李负责', '/媒体 新增 山水网 省级');
    expect(await office.ask('李负责', '/用稿')).toContain('山水网（省级，11月16日）');
  });

  it.each([
    ['#1', '请写明是哪家媒体'],
    ['#1 县融媒体中心', '请写明刊发日期'],
    ['#1 县融媒体中心 11月16日', '请附上“县融媒体中心”的链接'],
    ['#1 县融媒体中心 https://a.example/1 11月17日', '还没有到'],
    ['#1 县融媒体中心 https://a.example/1 11月31日', '不存在'],
    ['#1 县融媒体中心 https://a.example/1 11月1日 11月2日', '只写一个刊发日期'],
    ['#1 县融媒体中心 https://a.example/1 https://a.example/2 11月2日', '只写一个链接'],
    ['#1 县融媒体中心 javascript:alert(1) 11月2日', '打不开'],
    ['#1 县融媒体中心 ftp://a.example/1 11月2日', '打不开'],
    ['#1 县融媒体中心 https://user:pass@a.example/1 11月2日', '打不开'],
    ['#9 县融媒体中心 https://a.example/1 11月2日', '没有找到“#9”'],
    ['#2 县融媒体中心 https://a.example/1 11月2日', '不是您部门报送的'],
  ])('%s is put right', async (text, answer) => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    await submit('耕地科', '守好田坎');

    expect(await office.ask('规划科通讯员', `/用稿 ${text}`)).toContain(answer);
    expect(await office.ask('规划科通讯员', '/用稿')).toContain('还没有登记用稿');
  });

  it('needs no link for a page, a time on air or an internal paper, and counts each outlet and day', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    for (const text of ['市级日报 3版 11月16日', '县广播电视台 19:30播出 11月16日', '政务信息 11月13日']) {
      expect(await office.ask('李负责', `/用稿 #1 ${text}`)).toContain('用稿：');
    }
    expect(await office.ask('李负责', '/用稿 #1 市级日报 头版 11月16日')).toContain('已经登记过');

    const list = await office.ask('规划科通讯员', '/用稿');
    expect(list).toContain('2026年11月采用 1 条（用稿 3 次）');
    expect(list).toContain('市级日报（市级，11月16日，3版）');
  });

  it('waits for the last review, and is not taken of what is held back', async () => {
    office = await startOffice({ settings: { reviewLevels: 1 } });
    await submit('规划科', '村庄规划送到田间地头');
    const say = `/用稿 #1 县融媒体中心 ${LINK} 11月16日`;

    expect(await office.ask('规划科通讯员', say)).toContain('当前是“待审”');
    await office.ask('李负责', '/通过 #1');
    await office.ask('李负责', '/保密 #1 不宜公开 涉及未公开数据');
    expect(await office.ask('规划科通讯员', say)).toContain('保密审查是“不宜公开”');
    await office.ask('李负责', '/保密 #1 可公开');
    expect(await office.ask('规划科通讯员', say)).toContain('用稿：县融媒体中心');
    await office.ask('李负责', '/保密 #1 需报审 再核');
    expect(await office.ask('李负责', '/用稿')).toContain('还没有登记用稿');
  });

  it('can be taken back, the one that is meant', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    await office.ask('规划科通讯员', `/用稿 #1 县融媒体中心 ${LINK} 11月16日`);
    await office.ask('规划科通讯员', '/用稿 #1 市级日报 3版 11月16日');

    expect(await office.ask('耕地科通讯员', '/用稿 取消 #1')).toContain('不是您部门');
    expect(await office.ask('规划科通讯员', '/用稿 取消 #1')).toContain('请写明取消哪一个');
    expect(await office.ask('规划科通讯员', '/用稿 取消 #1 山水网')).toContain('没有这样的用稿登记');
    expect(await office.ask('规划科通讯员', '/用稿 取消 #1 日报')).toContain('已取消');
    expect(await office.ask('规划科通讯员', '/用稿')).toContain('2026年11月采用 1 条');
    expect(await office.ask('规划科通讯员', '/用稿 #1 市级日报 3版 11月16日')).toContain('用稿：市级日报');
    expect(await office.ask('规划科通讯员', '/历史 #1')).toContain('取消用稿');
  });

  it('goes with an item that is merged into another', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    await submit('耕地科', '守好田坎');
    await office.ask('耕地科通讯员', `/用稿 #2 县融媒体中心 ${LINK} 11月16日`);

    await office.ask('李负责', '/合并 #2 #1');

    expect(await office.ask('李负责', '/用稿')).toContain('#1《村庄规划送到田间地头》县融媒体中心');
  });
});

describe('the tables', () => {
  it('show placeholders while nobody has registered anything', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');

    const text = await report('/汇总 11月');

    expect(text).toContain('被媒体采用××条');
    expect(text).toContain('本月用稿情况尚未登记');
  });

  it('have the figures of the list: report, circular and chat count by the month of publication', async () => {
    office = await startOffice();
    await submit('规划科', '村庄规划送到田间地头');
    await submit('耕地科', '守好田坎');
    await office.ask('规划科通讯员', '/用稿 #1 市级日报 3版 11月16日');
    await office.moveTo('2026-12-01T09:00');
    await office.ask('规划科通讯员', `/用稿 #1 县融媒体中心 ${LINK} 12月1日`);
    await office.ask('耕地科通讯员', '/用稿 #2 政务信息 12月1日');

    expect(await office.ask('李负责', '/用稿 11月')).toContain('2026年11月采用 1 条');
    expect(await office.ask('李负责', '/用稿')).toContain('2026年12月采用 2 条');
    const november = await report('/汇总 11月');
    expect(november).toContain('共报送宣传信息2条，被媒体采用1条');
    expect(november).toContain('市级日报（3版）');
    expect(november).not.toContain('县融媒体中心');
    const december = await report('/汇总 12月');
    expect(december).toContain('共报送宣传信息0条，被媒体采用2条');
    expect(await report('/通报 11月')).toContain('被媒体采用1条');
    expect(await report('/通报 第四季度')).toContain('被媒体采用2条');
  });
});

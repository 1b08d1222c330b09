import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '村庄规划送到田间地头｜11月17日，规划科到柳溪村宣讲村庄规划。';

/** An approved and cleared item #1 of 规划科. */
async function prepare(): Promise<void> {
  office = await startOffice();
  await office.ask('规划科通讯员', `/报送 ${ITEM}\n拟投：局公众号`);
  await office.ask('李负责', '/保密 #1 可公开');
}

describe('/pitch', () => {
  it('gives each outlet with what it wants, and the text as it stands', async () => {
    await prepare();
    await office.ask('李负责', '/媒体 修改 县融媒 邮箱：tougao@example.com');

    const card = await office.ask('规划科通讯员', '/投稿 #1 县融媒、市级日报');

    expect(card).toContain('投稿 #1：2 家媒体');
    expect(card).toContain('县融媒体中心（地址：tougao@example.com；格式：Word 和原图；截稿：每个工作日');
    expect(card).toContain('市级日报（格式：Word，800 字以内');
    expect(card).toContain('村庄规划送到田间地头');
    expect(card).toContain('规划科到柳溪村宣讲村庄规划。');
    expect(await office.ask('李负责', '/历史 #1')).toContain('投稿 → 已通过：县融媒体中心、市级日报');
  });

  it('shows on the item where it went and who printed it', async () => {
    await prepare();
    await office.ask('规划科通讯员', '/投稿 #1 县融媒 市级日报');
    await office.ask('规划科通讯员', '/用稿 #1 市级日报 3版 11月16日');

    const shown = await office.ask('李负责', '/查看 #1');
    expect(shown).toMatch(/投稿\D*市级日报（已采用）/);
    expect(shown).toContain('县融媒体中心（未登记采用）');
    expect(await office.ask('规划科通讯员', '/我的')).toContain('（已通过，投稿 2 家，采用 1 家）');
  });

  it('goes to where the sender wanted it when no outlet is named, and says what was pitched before', async () => {
    await prepare();

    expect(await office.ask('规划科通讯员', '/投稿 #1')).toContain('局公众号（');
    expect(await office.ask('规划科通讯员', '/投稿 #1 公众号、县融媒')).toContain('局公众号此前已投过');
  });

  it.each([
    ['规划科通讯员', '/投稿 #1 山水网', '媒体目录里没有“山水网”'],
    ['耕地科通讯员', '/投稿 #1 县融媒', '不是您部门报送的'],
    ['规划科通讯员', '/投稿 #9 县融媒', '没有找到“#9”'],
  ])('%s: %s is refused', async (who, text, answer) => {
    await prepare();
    expect(await office.ask(who, text)).toContain(answer);
    expect(await office.ask('李负责', '/历史 #1')).not.toContain('投稿');
  });

  it('waits for the last review, and for the word that it may be published', async () => {
    office = await startOffice({ settings: { reviewLevels: 1 } });
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    expect(await office.ask('规划科通讯员', '/投稿 #1 县融媒')).toContain('当前是“待审”');
    await office.ask('李负责', '/通过 #1');
    expect(await office.ask('规划科通讯员', '/投稿 #1 县融媒')).toContain('保密审查是“未审查”');
    await office.ask('李负责', '/保密 #1 需报审 请保密办审核');
    expect(await office.ask('规划科通讯员', '/投稿 #1 县融媒')).toContain('保密审查是“需报审”');
    await office.ask('李负责', '/保密 #1 可公开');
    expect(await office.ask('规划科通讯员', '/投稿 #1')).toContain('请写明投给哪些媒体');
    expect(await office.ask('规划科通讯员', '/投稿 #1 县融媒')).toContain('投稿 #1：1 家媒体');
  });
});

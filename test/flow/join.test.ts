import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
  await office.ask('陈管理', '/部门 新增 法规科');
  for (const name of ['张三', '李四', '周副管']) office.person(name);
});
afterEach(() => office.stop());

async function requestCard(admin: string, department: string) {
  return office.sandbox.awaitMessage(office.privately(admin), ({ text }) =>
    text.includes(`通讯员申请：${department}`),
  );
}

async function told(name: string, fits: RegExp) {
  return office.sandbox.awaitMessage(
    office.privately(name),
    ({ text, senderId }) => senderId === 'bot' && fits.test(text),
  );
}

const press = (name: string, id: string, label: string) =>
  office.sandbox.click(office.person(name), id, label);

describe('/join', () => {
  it('asks the admins in private; a yes makes the first one the correspondent, the next a deputy', async () => {
    const receipt = await office.ask('张三', '/申请 法规科');
    const card = await requestCard('陈管理', '法规科');
    const yes = await press('陈管理', card.id, '同意');
    await told('张三', /您已是法规科的通讯员/);

    expect(receipt).toContain('已私信管理员陈管理确认');
    expect(card.text).toContain('张三');
    expect(yes.toast?.content).toContain('已同意：张三是法规科的通讯员');
    expect(await office.ask('张三', '/报送 开展普法｜11月16日，我局在社区开展普法。')).toContain(
      '202611-法规科-01',
    );

    await office.ask('李四', '/申请 规划科');
    await press('陈管理', (await requestCard('陈管理', '规划科')).id, '同意');
    await told('李四', /您已是规划科的副通讯员/);

    expect(await office.ask('陈管理', '/部门 列表')).toMatch(/规划科\D*规划科通讯员、李四/);
    expect(await office.ask('陈管理', '/审计 申请')).toContain('同意通讯员申请：规划科 李四');
  });

  it('tells a second asking that the first one waits, and who has the place already', async () => {
    await office.ask('张三', '/申请 法规科');

    expect(await office.ask('张三', '/申请 法规科')).toContain(
      '您 2026-11-16 09:00 已申请法规科，正等待管理员确认',
    );
    expect(await office.ask('规划科通讯员', '/申请 规划科')).toContain('您已经是规划科的通讯员');
    expect(await office.ask('张三', '/申请 外事科')).toContain('没有找到部门“外事科”');
    expect(await office.ask('张三', '申请 规划科', office.privately('张三'))).toContain('已收到');
    await office.settled();
    expect(
      office.sandbox.messages(office.privately('陈管理')).filter(({ text }) => text.includes('通讯员申请')),
    ).toHaveLength(2);
  });

  it('takes a no, and the person may ask again', async () => {
    await office.ask('张三', '/申请 法规科');
    const no = await press('陈管理', (await requestCard('陈管理', '法规科')).id, '不同意');
    await told('张三', /没有同意您担任法规科的通讯员/);

    expect(no.toast?.content).toContain('未同意张三担任法规科的通讯员');
    expect(await office.ask('张三', '/报送 标题｜内容')).toMatch(/还没有绑定部门.*请发送 \/申请 部门名/);
    expect(await office.ask('张三', '/申请 法规科')).toContain('已收到');
  });

  it('is decided once: the second admin sees who was first', async () => {
    await office.ask('陈管理', '/角色 管理员 @周副管');
    await office.ask('张三', '/申请 法规科');
    const [first, second] = [await requestCard('陈管理', '法规科'), await requestCard('周副管', '法规科')];
    await press('陈管理', first.id, '同意');

    const late = await press('周副管', second.id, '不同意');

    expect(late.toast?.content).toContain('这份申请已由陈管理处理：同意');
    expect(await office.ask('陈管理', '/部门 列表')).toMatch(/法规科\D*张三/);
  });

  it('is void once the person has left or the department is closed', async () => {
    await office.ask('张三', '/申请 法规科');
    await office.ask('李四', '/申请 耕地科');
    const [first, second] = [await requestCard('陈管理', '法规科'), await requestCard('陈管理', '耕地科')];
    office.sandbox.leave(office.chat, office.person('张三'));
    await office.ask('陈管理', '/部门 关闭 耕地科');

    expect((await press('陈管理', first.id, '同意')).toast?.content).toContain('张三已不在群里');
    expect((await press('陈管理', second.id, '同意')).toast?.content).toContain('耕地科已经关闭');
    await told('李四', /耕地科已经关闭/);
  });

  it('keeps the place somebody was given in the meantime', async () => {
    await office.ask('张三', '/申请 法规科');
    await office.ask('陈管理', '/通讯员 设置 法规科 @张三');

    const yes = await press('陈管理', (await requestCard('陈管理', '法规科')).id, '同意');

    expect(yes.toast?.content).toContain('张三是法规科的通讯员');
  });

  it('is decided by admins only', async () => {
    await office.ask('张三', '/申请 法规科');
    const card = await requestCard('陈管理', '法规科');
    await office.ask('陈管理', '/角色 管理员 @周副管');
    await office.ask('周副管', '/角色 取消 管理员 @陈管理');

    expect((await press('陈管理', card.id, '同意')).toast?.content).toContain('只有管理员可以操作');
  });
});

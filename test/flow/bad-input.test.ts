import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bent, pushEvent, textEvent } from '../support/push-event.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ transport: 'webhook' });
});
afterEach(() => office.stop());

const SUBMIT = '/报送 开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。';

async function items() {
  return office.bot.store.repos.items.ofMonth(office.chat, '2026-11');
}

function botTexts(): string[] {
  return office.sandbox.messages(office.chat).flatMap((m) => (m.senderId === 'bot' ? [m.text] : []));
}

describe('a caller that is not the platform', () => {
  const bent: readonly { name: string; bent: Bent; status: number }[] = [
    { name: 'no signature', bent: { signature: null }, status: 401 },
    { name: 'wrong signature', bent: { signature: 'f'.repeat(64) }, status: 401 },
    { name: 'garbage cipher', bent: { body: '{"encrypt":"AAAA"}' }, status: 401 },
    { name: 'cipher of another key', bent: { key: 'another key' }, status: 401 },
    { name: 'wrong token', bent: { token: 'wrong' }, status: 401 },
    { name: 'wrong app id', bent: { appId: 'cli_0000000000000000' }, status: 401 },
    { name: 'plain body', bent: { body: '{"headers":null}' }, status: 401 },
    { name: 'bad JSON', bent: { body: '{"encrypt":' }, status: 400 },
    { name: '2 MB', bent: { body: JSON.stringify({ encrypt: 'A'.repeat(2_000_000) }) }, status: 413 },
  ];
  it.each(bent)('is refused without a word: $name', async ({ bent: how, status }) => {
    const event = textEvent(office, { from: office.person('规划科通讯员'), text: SUBMIT });

    const answer = await pushEvent(office, event, how);

    expect(answer).toEqual({ status, body: '' });
    await office.settled();
    expect(await items()).toHaveLength(0);
    expect(await office.ask('规划科通讯员', '/进度')).toContain('报送进度');
  });
});

describe('the platform', () => {
  it('may push the same message twice under two event ids', async () => {
    const event = textEvent(office, { from: office.person('规划科通讯员'), text: SUBMIT });

    for (const eventId of ['e'.repeat(32), 'f'.repeat(32)]) {
      expect((await pushEvent(office, event, { eventId })).status).toBe(200);
    }
    await office.settled();

    expect(await items()).toHaveLength(1);
  });

  it('may push again hours later: taken, and stored once', async () => {
    const event = textEvent(office, { from: office.person('规划科通讯员'), text: SUBMIT });
    const old = Math.floor(office.clock.now().epochMilliseconds / 1000) - 6 * 3600;

    for (const timestamp of [old, old])
      expect((await pushEvent(office, event, { timestamp })).status).toBe(200);
    await office.settled();

    expect(await items()).toHaveLength(1);
  });

  it('may push events the bot has no use for, or a recall of a message it never saw', async () => {
    const unknown = await pushEvent(
      office,
      { any: 'thing' },
      { eventType: 'im.message.reaction.created_v1' },
    );
    const recall = await pushEvent(
      office,
      {
        message_id: 'om_never_seen',
        chat_id: office.chat,
        recall_time: '1763254800000',
        recall_type: 'message_owner',
      },
      { eventType: 'im.message.recalled_v1' },
    );

    expect([unknown.status, recall.status]).toEqual([200, 200]);
    await office.settled();
    expect(await office.ask('规划科通讯员', '/进度')).toContain('报送进度');
  });
});

describe('plain talk', () => {
  it.each(['今天下午三点开会', '、好的', '/usr/bin 是什么', '//', '@陈管理 收到'])(
    'is neither answered nor stored: %s',
    async (text) => {
      const before = botTexts().length;

      office.sandbox.say(office.person('规划科通讯员'), office.chat, text);
      await office.settled();

      expect(botTexts()).toHaveLength(before);
      const status = await office.bot.store.repos.inbox.depth();
      expect(status).toMatchObject({ open: 0, failed: 0 });
    },
  );
});

describe('odd text', () => {
  it('keeps a message of 150 KB whole and shows its beginning and length', async () => {
    const body = `11月16日，我局在县政务中心召开会议。${'部署工作。'.repeat(9_500)}`;

    const receipt = await office.ask('规划科通讯员', `/报送 长文｜${body}`);

    expect(receipt).toContain(`全文共 ${[...body].length} 字`);
    expect((await items())[0]?.body).toBe(body);
  });

  it.each([
    ['everyone', '标题<at user_id="all"></at>｜正文<at id=all></at> <at user_id="all">所有人</at>'],
    ['a template', '{{constructor}}｜{{#each this}}{{{__proto__}}}{{/each}}'],
    ['markdown', '**标题**[链接](javascript:alert(1))｜# 正文\n> 引用 `代码` ![图](http://x)'],
    ['quotes of SQL', '\'); drop table items; --｜" or 1=1'],
  ])('of %s stays text: nobody is mentioned, nothing is run', async (_name, text) => {
    const [title, body] = text.split('｜');

    const receipt = await office.askForMessage('规划科通讯员', `/报送 ${text}`);

    expect(receipt.mentions).toEqual([]);
    expect((await items())[0]).toMatchObject({ title, body });
    expect(receipt.text).toContain(title);
  });

  it('loses control characters and lone surrogates, and nothing else', async () => {
    const event = textEvent(office, {
      from: office.person('规划科通讯员'),
      text: '/报送 标\u0000题\u202E｜正\uD800文\u0007，11月16日，县局开会。',
    });

    await pushEvent(office, event);
    await office.settled();

    expect((await items())[0]).toMatchObject({ title: '标题', body: '正文，11月16日，县局开会。' });
  });
});

describe('a person who', () => {
  it('submits nothing gets a form, and is told how to send more than it holds', async () => {
    const card = await office.askForMessage('规划科通讯员', '/报送');

    expect(card.text).toContain('标题');
    expect(card.text).toContain('更长的请直接发消息');
    expect(await items()).toHaveLength(0);
  });

  it('has no department is told whom to ask', async () => {
    expect(await office.ask('路人甲', SUBMIT)).toContain('还没有绑定部门');
    expect(await items()).toHaveLength(0);
  });

  it.each([
    ['规划科通讯员', '/汇总 11月', '宣传负责人'],
    ['规划科通讯员', '/部门 新增 测试科', '管理员'],
    ['李负责', '/角色 管理员 @李负责', '管理员'],
    ['路人甲', '/催报 立即', '宣传负责人'],
  ])('lacks the role (%s, %s) is refused by name of the role', async (name, text, role) => {
    expect(await office.ask(name, text)).toContain(`需要${role}`);
  });

  it('mistypes a command is shown the nearest one they may use, and nothing is stored', async () => {
    expect(await office.ask('规划科通讯员', '/报松 标题｜内容')).toContain('您是不是想用 /报送？');
    expect(await office.ask('规划科通讯员', '/汇总吧 啊')).toContain('需要宣传负责人');
    expect(await office.ask('规划科通讯员', '/完全没有的命令')).toContain('/帮助');
    expect(await items()).toHaveLength(0);
  });

  it('writes on a phone is understood: full-width slash, no space, colon, @bot without slash', async () => {
    for (const text of [
      '／报送 甲事项｜11月16日，县局召开甲会议，部署工作。',
      '、报送：乙事项｜11月16日，城西片区开展乙巡查，发现线索。',
      '/报送丙事项｜11月16日，登记中心推出丙服务，群众满意。',
      '@bot 报送 丁事项｜11月16日，规划科开展丁调研，形成清单。',
    ]) {
      expect(await office.ask('规划科通讯员', text)).toContain('已收到');
    }
    expect((await items()).map((item) => item.title)).toEqual(['甲事项', '乙事项', '丙事项', '丁事项']);
  });
});

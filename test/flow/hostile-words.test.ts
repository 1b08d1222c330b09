import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SandboxMessage } from '../../sandbox/start-sandbox.ts';
import { type Office, startOffice } from '../support/start-office.ts';

/**
 * Whatever people write, wherever it is shown again: nobody is mentioned by it, it opens no link, and the platform (the
 * sandbox checks cards as strictly) refuses nothing the bot sends. Through the whole bot, by real messages and clicks.
 */
let office: Office;
beforeAll(async () => {
  office = await startOffice({ settings: { reviewLevels: 1 } });
});
afterAll(() => office.stop());

const AUTHOR = '规划科通讯员';
const LEAD = '李负责';

/** What comes to life where a text is not escaped for its place. `ou_` stands for somebody of the group. */
const SPARKS = [
  '<at id=all></at>',
  '<at user_id="all">所有人</at>',
  '<at id=ou_></at>',
  '<at user_id="ou_">某人</at>',
  '<at ids=ou_,all></at>',
  '<person id = ou_></person>',
  '@_user_1',
  '@_all',
  '@所有人',
  '[点这里](javascript:alert(1))',
  '[文件](https://example.test/a)',
  '![图](img_v2_x)',
  'https://example.test/?a=1&b=2',
  '<a href="javascript:alert(1)">看</a>',
  '<link url="https://example.test"></link>',
  '<b>粗</b>',
  '&#60;at id=all&#62;',
  '**粗**',
  '```',
  '`码`',
  '# 题',
  '> 引',
  '- [ ] 项',
  '| 甲 | 乙 |',
  '{{constructor}}',
  '$&',
  '\\',
  '"',
  "'",
  '\u202e倒',
  '\u2066隔\u2069',
  '零\u200b宽',
  '\u0000',
  '\ud800',
  '👨‍👩‍👧‍👦',
  'é́́́',
  '部门：别的科',
  '日期：哪天',
  '字'.repeat(6000),
];

const oddText = fc
  .array(fc.oneof(fc.constantFrom(...SPARKS), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '));
/** For the places that hold one line, and names, which are short on the platform too. */
const oddLine = oddText.map((text) => text.replace(/\s+/gu, ' '));
const oddName = oddLine.map((text) => `名${text.slice(0, 60)}`);

const known = (text: string) => text.replaceAll('ou_', office.person(LEAD));

/** Says something and waits for the answer to exactly that. */
async function ask(person: string, text: string, chat: string): Promise<SandboxMessage> {
  const id = office.sandbox.say(person, chat, text);
  return office.sandbox.awaitMessage(chat, ({ parentId, senderId }) => parentId === id && senderId === 'bot');
}

function refusedCalls(): readonly unknown[] {
  return office.sandbox.calls.filter(({ code, status }) => (code ?? 0) !== 0 || (status ?? 200) !== 200);
}

/** Every part of a message that is drawn as the platform's markdown, and every address in it. */
function livingParts(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.entries(part).flatMap(([key, value]) => {
    if (typeof value !== 'string') return livingParts(value);
    return /^(?:href|.*url)$/i.test(key) ? [`address ${value}`] : [];
  });
  const { tag, content } = { tag: undefined, content: undefined, ...part };
  const isLive = tag === 'markdown' || tag === 'lark_md' || tag === 'md' || tag === 'a' || tag === 'at';
  return isLive ? [String(content), ...inside] : inside;
}

/** Nothing of what the bot sent is alive but its own mentions. */
function expectTame(messages: readonly SandboxMessage[], mayMention: readonly string[]): void {
  for (const message of messages.filter(({ senderId }) => senderId === 'bot')) {
    expect(message.text).not.toContain('处理时出了问题');
    expect(message.type).not.toBe('text');
    expect(message.mentions.filter((id) => !mayMention.includes(id))).toEqual([]);
    for (const markdown of livingParts(message.content)) {
      const rest = markdown.replace(/<at id=ou_\w+><\/at>/g, '');
      expect(rest).not.toMatch(/[<>[\]()`*_\\]|address/);
    }
  }
}

interface Words {
  readonly title: string;
  readonly body: string;
  readonly section: string;
  readonly campaign: string;
  readonly outlets: string;
  readonly reason: string;
  readonly department: string;
}

const words: fc.Arbitrary<Words> = fc.record({
  title: oddLine,
  body: oddText,
  section: oddLine,
  campaign: oddLine,
  outlets: oddLine,
  reason: oddLine,
  department: oddLine,
});

/** The life of one item with these words in every place that takes any. */
async function live(said: Words): Promise<void> {
  const [author, lead, admin] = [office.person(AUTHOR), office.person(LEAD), office.person('陈管理')];
  const { sandbox, chat } = office;
  await office.settled();
  const written = `/报送 题${said.title}｜${said.body}\n栏目：${said.section}\n专题：${said.campaign}\n拟投：${said.outlets}`;
  await ask(author, known(written), chat);
  const form = await ask(author, '/报送', chat);
  const filled = {
    title: `表${known(said.title).slice(0, 900)}`,
    body: `文${known(said.body).slice(0, 900)}`,
  };
  await sandbox.click(author, form.id, '报送', { ...filled, outlets: known(said.outlets).slice(0, 900) });
  const serial = /#(\d+)/.exec((await ask(author, '/我的', chat)).text)?.[1] ?? '1';
  await ask(lead, known(`/退回 #${serial} ${said.reason}`), chat);
  await ask(author, known(`/修改 #${serial} 标题：${said.title}`), chat);
  await ask(author, `/查看 #${serial}`, chat);
  await ask(author, `/历史 #${serial}`, chat);
  await ask(lead, known(`/撤回 #${serial} ${said.reason}`), chat);
  await ask(author, known(`/本周无 ${said.reason}`), chat);
  await ask(admin, known(`/部门 新增 “${said.department}”`), chat);
  await ask(admin, known(`/设置 单位名称 ${said.department}`), chat);
  await ask(lead, '/进度', chat);
  await ask(lead, '/催报 预览', chat);
  await ask(admin, '/审计', chat);
  await ask(lead, known(said.body).trim() === '' ? '帮助' : known(said.body), office.privately(LEAD));
  await office.settled();
}

const RUNS = { numRuns: 4, endOnFailure: true } as const;

it('what is written in an item, a reason, a setting or a name stays words', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(words, async (said) => {
      await live(said);
      const chats = [office.chat, ...[AUTHOR, LEAD, '陈管理'].map((name) => office.privately(name))];
      expectTame(chats.flatMap(office.sandbox.messages), []);
      expect(refusedCalls()).toEqual([]);
    }),
    RUNS,
  );
});

it('people, groups and files may be called anything', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(oddName, oddName, oddName, async (person, group, file) => {
      const { sandbox } = office;
      const [boss, namesake] = [office.person('陈管理'), sandbox.createPerson(known(person))];
      const chat = sandbox.createGroup(known(group));
      for (const id of [boss, namesake]) sandbox.join(chat, id);
      sandbox.addBot(chat, namesake);
      await sandbox.awaitMessage(chat, ({ senderId }) => senderId === 'bot');
      const inPrivate = sandbox.privateChat(namesake);
      await ask(namesake, '/部门 新增 测绘科', chat);
      await ask(namesake, `/通讯员 设置 测绘科 @${known(person)}`, chat);
      await ask(namesake, `/角色 宣传负责人 @${known(person)}`, chat);
      await ask(namesake, '/部门', chat);
      expect((await ask(namesake, '催报 预览', inPrivate)).text).toContain('测绘科：');
      await ask(namesake, '/催报 立即', chat);
      await ask(namesake, '/报送 标题｜11月16日，县局开会。', inPrivate);
      const sent = sandbox.sendFile(namesake, inPrivate, {
        name: `${file}.pdf`,
        bytes: Buffer.from('%PDF-1.4 1'),
      });
      await sandbox.awaitMessage(inPrivate, ({ parentId }) => parentId === sent);
      await office.settled();
      await ask(namesake, '查看 #1', inPrivate);
      await ask(namesake, '历史 #1', inPrivate);
      await ask(namesake, '/审计', chat);
      await ask(boss, '/选群', chat);
      await office.settled();
      expectTame([chat, inPrivate, office.privately('陈管理')].flatMap(sandbox.messages), [namesake]);
      expect(refusedCalls()).toEqual([]);
    }),
    RUNS,
  );
});

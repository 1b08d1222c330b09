import { beforeEach, describe, expect, it } from 'vitest';
import type { BoundRun, Command } from '../../src/bot/define-command.ts';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { createRegistry } from '../../src/bot/registry.ts';
import type { Draft } from '../../src/store/draft.ts';
import { type Desk, openDesk, wordsOf } from '../support/open-desk.ts';
import { GROUP } from '../support/open-test-store.ts';

const CITY = 'oc_city';
const LEAD = '县负责人';
const { commands } = await loadRegistry();

/** What goes wrong at the very end of handing up, if anything: all is done by then but for the commit. */
let fault: string | undefined;
beforeEach(() => {
  fault = undefined;
});

const registry = createRegistry(
  commands.map((command) => (command.name === 'hand-up' ? breakable(command) : command)),
);

function breakable(command: Command): Command {
  const bind: Command['bind'] = (raw, locale) => {
    const bound = command.bind(raw, locale);
    if (typeof bound !== 'function') return bound;
    const run: BoundRun = async (ctx) => {
      await bound(ctx);
      if (fault !== undefined) throw new Error(fault);
    };
    return run;
  };
  return { ...command, bind };
}

/** A county that has made a month of `count` items final, and the city above it. */
async function openCounty(count: number): Promise<Desk> {
  const desk = await openDesk({ registry });
  await desk.seat(LEAD, { roles: ['lead', 'admin'], department: '规划科' });
  await desk.seat('市负责人', { group: CITY, roles: ['lead', 'editor'], department: '青禾县局' });
  const at = '2026-11-16T01:00:00.000Z';
  const link = { id: 'l', childId: GROUP, parentId: CITY, departmentId: `${CITY} 青禾县局` };
  await desk.repos.groupLinks.link(link, { by: 'ou_x', at });
  await desk.repos.groups.override(GROUP, { reviewLevels: 0 });
  for (let first = 1; first <= count; first += 30) {
    const some = Array.from({ length: Math.min(30, count + 1 - first) }, (_, nth) => first + nth);
    const lines = some.map((n, nth) => `${nth + 1}、第${n}件大事｜11月16日，县局在城西办成第${n}件大事。`);
    await desk.say(LEAD, `/报送\n${lines.join('\n')}`);
  }
  await desk.say(LEAD, '/汇总 2026-11');
  await desk.click(LEAD, 'finalize.go', { data: { month: '2026-11', version: '1' } });
  await desk.drafts();
  return desk;
}

const cityItems = (desk: Desk) => desk.repos.items.ofMonth(CITY, '2026-11');

/** The county's report is corrected by a new final version. */
async function amend(desk: Desk, version: number): Promise<void> {
  await desk.say(LEAD, '/更正 2026-11');
  await desk.click(LEAD, 'amend.go', { data: { month: '2026-11', version: String(version) } });
  await desk.drafts();
}

const inCity = { chatId: CITY };

describe('handing up', () => {
  it('is one with both groups: what breaks off at its end leaves nothing in either, and may be done anew', async () => {
    const desk = await openCounty(3);
    const before = await desk.repos.records.audited(GROUP, { limit: 50 });
    fault = 'power cut';

    expect(wordsOf(await desk.say(LEAD, '/上报 2026-11 全部'))).toContain('处理时出了问题');

    expect(await cityItems(desk)).toEqual([]);
    expect(await desk.repos.records.audited(CITY, { limit: 50 })).toEqual([]);
    expect(await desk.repos.records.audited(GROUP, { limit: 50 })).toEqual(before);
    fault = undefined;
    const drafts = await desk.say(LEAD, '/上报 2026-11 全部');
    expect(await cityItems(desk)).toHaveLength(3);
    expect(drafts.filter(({ target }) => target.kind === 'chat' && target.chatId === CITY)).toHaveLength(1);
  });

  it('takes so many at once, with one message to each reviewer; what is left over goes next', async () => {
    const desk = await openCounty(52);

    const drafts = await desk.say(LEAD, '/上报 2026-11 全部');

    expect(wordsOf(drafts)).toContain('还有 2 条，请再上报一次');
    const privately = drafts.filter(({ target }) => target.kind === 'person');
    expect(privately.map(({ target }) => target)).toEqual([
      { kind: 'person', personId: desk.idOf('市负责人') },
    ]);
    expect(wordsOf(privately)).toContain('待审 50 条');
    expect(wordsOf(await desk.say(LEAD, '/上报 2026-11 全部'))).toContain('已报送 2 条');
    const numbers = (await cityItems(desk)).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(52);
  });

  it('is done once when two ask for it at the same moment', async () => {
    const desk = await openCounty(5);
    await desk.seat('另一位', { roles: ['lead'] });
    const data = { month: '2026-11', version: '1' };
    const press = (who: string) => desk.click(who, 'hand-up.press', { data, form: { items: '全部' } });

    const answers = await Promise.all([press(LEAD), press('另一位')]);

    expect(answers.map(({ notice }) => notice).sort()).toEqual([
      '已报送 5 条到“青禾县自然资源局”，由对方审核。',
      '没有报送。',
    ]);
    expect(await cityItems(desk)).toHaveLength(5);
  });

  it('takes the kept files along, which stay whatever becomes of the message they came with', async () => {
    const desk = await openCounty(1);
    const { items, attachments } = desk.repos;
    const [own] = await items.ofMonth(GROUP, '2026-11');
    const file = {
      itemId: own?.id ?? '',
      groupId: GROUP,
      messageId: 'om_1',
      kind: 'image',
      name: '',
    } as const;
    await attachments.add([
      { ...file, id: 'kept', fileKey: 'img_1' },
      { ...file, id: 'pending', fileKey: 'img_2' },
    ]);
    await attachments.keep('kept', { blob: 'abc', bytes: 3, mediaType: 'image/png' });

    await desk.say(LEAD, '/上报 2026-11 全部');
    await attachments.drop('om_1');

    const [above] = await cityItems(desk);
    expect(await attachments.ofItem(above?.id ?? '')).toMatchObject([
      { state: 'kept', blob: 'abc', mediaType: 'image/png', groupId: CITY, position: 1 },
    ]);
    expect((await attachments.ofItem(own?.id ?? '')).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });
});

describe('a returned item', () => {
  it('goes before the reviewers again though the upper group had made the same correction by itself', async () => {
    const desk = await openCounty(1);
    await desk.say(LEAD, '/上报 2026-11 全部');
    await desk.say('市负责人', '/修改 #1 内容：11月16日，县局30人办成第1件大事。', inCity);
    await desk.say('市负责人', '/退回 #1 请补充人数', inCity);
    await desk.say(LEAD, '/修改 #1 内容：11月16日，县局30人办成第1件大事。');
    await amend(desk, 2);

    const answer = wordsOf(await desk.say(LEAD, '/上报 2026-11 #1'));

    expect(answer).toContain('#1 → 202611-青禾县局-01（待审）');
    const [above] = await cityItems(desk);
    expect(above).toMatchObject({ state: 'submitted', approvals: 0, revision: 4 });
    expect(wordsOf(await desk.say('市负责人', '/历史 #1', inCity))).toContain('下级单位更正后重新报送');
  });
});

describe('a return', () => {
  it('says so where nobody below could be told', async () => {
    const desk = await openCounty(1);
    await desk.say(LEAD, '/上报 2026-11 全部');
    for (const role of ['lead', 'admin'] as const) {
      await desk.repos.people.revoke(GROUP, desk.idOf(LEAD), role);
    }

    const answer = wordsOf(await desk.say('市负责人', '/退回 #1 请补充人数', inCity));

    expect(answer).toContain('通知不到，请另行联系');
    expect(answer).not.toContain('已私信');
  });
});

describe('an item whose day was changed after the report was final', () => {
  it('waits for the amendment that prints the day', async () => {
    const desk = await openCounty(1);
    await desk.say(LEAD, '/修改 #1 日期：11月10日');

    expect(wordsOf(await desk.say(LEAD, '/上报 2026-11 #1'))).toContain('定稿后改过，请先 /更正');

    await amend(desk, 2);
    expect(wordsOf(await desk.say(LEAD, '/上报 2026-11 #1'))).toContain('已报送 1 条');
    expect(await cityItems(desk)).toMatchObject([{ eventDate: '2026-11-10' }]);
  });
});

describe('an item that was handed up and is not to be printed below any more', () => {
  const to = (drafts: readonly Draft[], personId: string) =>
    wordsOf(drafts.filter(({ target }) => target.kind === 'person' && target.personId === personId));

  it('is to be taken down above, where it was withdrawn: no amendment sends it up again', async () => {
    const desk = await openCounty(1);
    await desk.say(LEAD, '/上报 2026-11 全部');

    const drafts = await desk.say(LEAD, '/撤回 #1 搞错了');

    const told = to(drafts, desk.idOf(LEAD));
    expect(told).toContain('请与对方联系撤下（对方编号 202611-青禾县局-01）');
    expect(told).not.toContain('更正后请再 /上报');
    const above = to(drafts, desk.idOf('市负责人'));
    expect(above).toContain('青禾县局报送的 #1（202611-青禾县局-01）在其群内现为“已撤回”');
  });

  it('is told once to each side where it was held back', async () => {
    const desk = await openCounty(1);
    await desk.say(LEAD, '/上报 2026-11 全部');

    const drafts = await desk.say(LEAD, '/保密 #1 不宜公开 涉密');

    const told = to(drafts, desk.idOf(LEAD));
    expect(told).toContain('请撤下已发出的文件');
    expect(told).toContain('已上报青禾县自然资源局（对方编号 202611-青禾县局-01）');
    expect(told).not.toContain('定稿文件不变');
    expect(to(drafts, desk.idOf('市负责人'))).toContain('在其群内现为“不宜公开”');
  });

  it('is no more news above once it is withdrawn there, or the link has ended', async () => {
    const desk = await openCounty(2);
    await desk.say(LEAD, '/上报 2026-11 全部');
    await desk.say('市负责人', '/保密 #1 不宜公开 涉密', inCity);
    expect(to(await desk.say(LEAD, '/撤回 #1'), desk.idOf('市负责人'))).toBe('');
    await desk.repos.groupLinks.end('l', { by: 'ou_x', at: '2026-11-16T02:00:00.000Z' });

    const drafts = await desk.say(LEAD, '/撤回 #2');

    expect(to(drafts, desk.idOf('市负责人'))).toBe('');
    expect(to(drafts, desk.idOf(LEAD))).toContain('请与对方联系撤下');
  });
});

describe('an item of a final report that is held back', () => {
  it('is to be taken down though what was sent has been forgotten', async () => {
    const desk = await openCounty(1);
    const far = '2027-03-01T00:00:00.000Z';
    await desk.repos.retention.deleteBefore({ traces: far, deliveries: far });

    const told = wordsOf(await desk.say(LEAD, '/保密 #1 不宜公开 涉密'));

    expect(told).toContain('请撤下已发出的文件');
    expect(told).toContain('2026年11月工作报告 第 1 版：定稿');
  });
});

describe('what the upper group should look at', () => {
  it('stands beside each item: that it is like another, and the words of the secrecy list', async () => {
    const desk = await openCounty(2);
    await desk.repos.groups.override(CITY, { secrecyWords: ['城西'] });
    const twin = '第2件大事｜11月16日，县局在城西办成第2件大事。';
    await desk.say('市负责人', `/报送 ${twin}`, inCity);

    const drafts = await desk.say(LEAD, '/上报 2026-11 全部');

    const card = wordsOf(drafts.filter(({ target }) => target.kind === 'chat' && target.chatId === CITY));
    expect(card).toMatch(/#3 [^"]*《第2件大事》[^"]*疑似重复 #1/);
    expect(card).toContain('含保密提醒词：城西');
  });

  it('says so where a correction takes the place of words that the upper group had changed', async () => {
    const desk = await openCounty(2);
    await desk.say(LEAD, '/上报 2026-11 全部');
    await desk.say('市负责人', '/修改 #1 标题：市里改过的标题', inCity);
    for (const n of [1, 2]) await desk.say(LEAD, `/修改 #${n} 内容：11月16日，县局办成了第${n}件。`);
    await amend(desk, 2);

    const drafts = await desk.say(LEAD, '/上报 2026-11 全部');

    const card = wordsOf(drafts.filter(({ target }) => target.kind === 'chat' && target.chatId === CITY));
    expect(card).toMatch(/#1 [^"]*（更正，本群改过的文字已被替换）/);
    expect(card).toMatch(/#2 [^"]*（更正）/);
  });
});

describe('items for a month that is final above', () => {
  it('are put before a lead there on one card, to be decided in one', async () => {
    const desk = await openCounty(3);
    await desk.say('市负责人', '/汇总 2026-11', inCity);
    const data = { month: '2026-11', version: '1', group: CITY };
    await desk.click('市负责人', 'finalize.go', { data, chatId: CITY });
    await desk.drafts();

    const drafts = await desk.say(LEAD, '/上报 2026-11 全部');

    const asked = drafts.filter((one) => wordsOf([one]).includes('晚于2026年11月报告定稿'));
    expect(asked).toHaveLength(1);
    expect(wordsOf(asked)).toContain('3 条晚于2026年11月报告定稿');
    const [, numbers] =
      /"amend.include","data":\{"group":"oc_city","item":"([^"]*)"/.exec(wordsOf(asked)) ?? [];
    const answer = await desk.click('市负责人', 'amend.include', {
      data: { group: CITY, item: (numbers ?? '').replaceAll('\\n', '\n') },
      chatId: CITY,
    });
    expect(answer.notice).toContain('已定：编入更正');
    const missed = await desk.repos.frozenItems.missed(CITY);
    expect(missed.map(({ choice }) => choice)).toEqual(['amend', 'amend', 'amend']);
  });
});

describe('the card of what was handed up', () => {
  const press = (desk: Desk, items: string, month = '2026-11') =>
    desk.click(LEAD, 'hand-up.press', { data: { month, version: '1' }, form: { items } });

  it('names numbers that are not there in one line, and of a range only what is there', async () => {
    const desk = await openCounty(3);

    const words = wordsOf(
      await desk.say(
        LEAD,
        '/上报 2026-11 2-100 300-310 201、202、203、204、205、206、207、208、209、210、211',
      ),
    );

    expect(words).toContain('已报送 2 条');
    expect(words).toContain(
      '"items":["#300-#310、#201、#202、#203、#204、#205、#206、#207、#208、#209等 12 个：不在这份定稿里"]',
    );
    expect(words.match(/不在这份定稿里/g)).toHaveLength(1);
  });

  it('says that nobody reviews the items where nobody does', async () => {
    const desk = await openCounty(1);
    await desk.repos.groups.override(CITY, { reviewLevels: 0 });
    expect((await press(desk, '全部')).notice).toContain('对方不需审核，直接编入其报告');
  });

  it('has the lines of what was done where the list is too long for a card', async () => {
    const desk = await openCounty(61);

    const card = JSON.stringify((await press(desk, '1-3')).card);

    expect(card).toContain('#3 → 202611-青禾县局-03（待审）');
    expect(card).toContain('可上报 58 条');
    expect(card).not.toContain('清单见随后的表格');
  });

  it('reads no more than a person would type', async () => {
    const desk = await openCounty(1);
    expect((await press(desk, '1-400 '.repeat(7000))).notice).toContain('没看懂编号');
  });

  it('is out of date when it is for no month', async () => {
    const desk = await openCounty(1);
    expect((await press(desk, '全部', 'x')).notice).toContain('已经过期');
  });
});

describe('the reviewers of one sending', () => {
  it('are not asked about what they handed up themselves, whoever handed up the rest', async () => {
    const desk = await openCounty(2);
    const both = '两边的负责人';
    await desk.seat(both, { roles: ['lead'] });
    await desk.seat(both, { group: CITY, roles: ['editor'] });
    await desk.say(both, '/上报 2026-11 #1');
    await desk.say(LEAD, '/修改 #1 内容：11月16日，县局办成了第1件。');
    await amend(desk, 2);

    const drafts = await desk.say(LEAD, '/上报 2026-11 全部');

    const toBoth = drafts.filter(
      ({ target }) => target.kind === 'person' && target.personId === desk.idOf(both),
    );
    expect(wordsOf(toBoth)).toContain('第2件大事');
    expect(wordsOf(toBoth)).not.toContain('第1件');
  });
});

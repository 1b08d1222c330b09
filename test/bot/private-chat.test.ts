import { describe, expect, it } from 'vitest';
import { makeMessage } from '../support/make-event.ts';
import { type Desk, openDesk, wordsOf } from '../support/open-desk.ts';

/** Presses the button for a group on the question that was asked in private. */
function choose(desk: Desk, name: string, group: string, chatId = `oc_private_${name}`) {
  return desk.click(name, 'group.choose', { chatId, data: { group } });
}

async function twoGroups() {
  const desk = await openDesk();
  await desk.seat('张三', { group: 'oc_a', department: '规划科' });
  await desk.seat('张三', { group: 'oc_b', department: '法规科' });
  const items = async (group: string) =>
    (await desk.repos.items.ofMonth(group, '2026-11')).map(({ title }) => title);
  return { desk, items };
}

describe('a private message', () => {
  it('of somebody without a group is told what to do', async () => {
    const desk = await openDesk();
    expect(wordsOf(await desk.sayPrivately('外人', '报送 标题｜内容'))).toContain('把机器人加进群');
  });

  it('is about the only group there is', async () => {
    const desk = await openDesk();
    await desk.seat('张三', { group: 'oc_a', department: '规划科' });
    expect(wordsOf(await desk.sayPrivately('张三', '报送 标题｜内容'))).toContain('202611-规划科-01');
  });

  it('waits for the choice between several, and goes on after it', async () => {
    const { desk, items } = await twoGroups();
    const asked = await desk.sayPrivately('张三', '报送 标题｜内容');
    expect(wordsOf(asked)).toContain('group.choose');
    expect(await choose(desk, '张三', 'oc_b')).toMatchObject({ tone: 'success' });
    await desk.settled();
    expect(wordsOf(await desk.drafts())).toContain('202611-法规科-01');
    expect([await items('oc_a'), await items('oc_b')]).toEqual([[], ['标题']]);
  });

  it('is not asked about again once a group is chosen', async () => {
    const { desk } = await twoGroups();
    await desk.sayPrivately('张三', '进度');
    await choose(desk, '张三', 'oc_a');
    await desk.settled();
    await desk.drafts();
    const next = await desk.sayPrivately('张三', '报送 第二条｜内容');
    expect(wordsOf(next)).toContain('202611-规划科-01');
    expect(wordsOf(next)).not.toContain('group.choose');
  });

  it('is not the only one that one choice lets through, and all keep their order', async () => {
    const { desk, items } = await twoGroups();
    for (const title of ['第一条', '第二条', '第三条'])
      await desk.sayPrivately('张三', `报送 ${title}｜内容`);
    await choose(desk, '张三', 'oc_a');
    await desk.settled();
    expect(await items('oc_a')).toEqual(['第一条', '第二条', '第三条']);
  });

  it('is stored once however often the choice is made', async () => {
    const { desk, items } = await twoGroups();
    await desk.sayPrivately('张三', '报送 标题｜内容');
    for (const group of ['oc_a', 'oc_b', 'oc_a']) {
      await choose(desk, '张三', group);
      await desk.settled();
    }
    expect([await items('oc_a'), await items('oc_b')]).toEqual([['标题'], []]);
  });

  it('waits on when somebody else chooses', async () => {
    const { desk, items } = await twoGroups();
    await desk.seat('李四', { group: 'oc_a' });
    await desk.sayPrivately('张三', '报送 标题｜内容');
    await choose(desk, '李四', 'oc_a', 'oc_private_张三');
    await choose(desk, '李四', 'oc_a');
    await desk.settled();
    expect([await items('oc_a'), await items('oc_b')]).toEqual([[], []]);
    await choose(desk, '张三', 'oc_a');
    await desk.settled();
    expect(await items('oc_a')).toEqual(['标题']);
  });

  it('cannot be about a group the person is not in', async () => {
    const { desk, items } = await twoGroups();
    await desk.seat('李四', { group: 'oc_c' });
    await desk.sayPrivately('张三', '报送 标题｜内容');
    expect(await choose(desk, '张三', 'oc_c')).toMatchObject({ tone: 'warning' });
    await desk.settled();
    expect(await items('oc_c')).toEqual([]);
    expect(await desk.repos.people.chosenGroup(desk.idOf('张三'))).toBeUndefined();
  });

  it('is asked about again when the chosen group was left', async () => {
    const { desk } = await twoGroups();
    await desk.seat('张三', { group: 'oc_c' });
    await choose(desk, '张三', 'oc_a');
    await desk.repos.people.leave('oc_a', [desk.idOf('张三')], '2026-11-16T01:00:00.000Z');
    const asked = wordsOf(await desk.sayPrivately('张三', '进度'));
    expect(asked).toContain('oc_b');
    expect(asked).toContain('oc_c');
    expect(asked).not.toContain('oc_a');
  });

  it('that is recalled while it waits is never worked off', async () => {
    const { desk, items } = await twoGroups();
    const chat = { chatId: 'oc_private_张三' };
    const said = makeMessage({
      ...chat,
      chatType: 'private',
      senderId: desk.idOf('张三'),
      text: '报送 标题｜内容',
    });
    await desk.take(said);
    await desk.take({
      kind: 'recall',
      eventId: 'recall-1',
      messageId: said.messageId,
      recalledAt: said.sentAt,
      ...chat,
    });
    await choose(desk, '张三', 'oc_a');
    await desk.settled();
    expect(await items('oc_a')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { SourceMessage } from '../../src/bot/ports.ts';
import { openDesk, wordsOf } from '../support/open-desk.ts';
import { GROUP } from '../support/open-test-store.ts';
import { scriptPlatform } from '../support/script-platform.ts';

/** A desk with a lead and `count` items, on a platform that answers each reading after a moment. */
async function openWithItems(count: number) {
  const reads: string[] = [];
  let atOnce = 0;
  let most = 0;
  const platform = {
    ...scriptPlatform().platform,
    async message(id: string): Promise<SourceMessage | undefined> {
      reads.push(id);
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      return untouched(id);
    },
  };
  const desk = await openDesk({ platform });
  await desk.seat('通讯员', { department: '规划科' });
  await desk.seat('负责人', { roles: ['lead'] });
  for (let n = 1; n <= count; n += 1) {
    await desk.say('通讯员', `/报送 第${n}条｜11月16日，县局召开第${n}次会。`, { messageId: `om_${n}` });
  }
  return { desk, reads, most: () => most };
}

function untouched(messageId: string): SourceMessage {
  return {
    messageId,
    chatId: GROUP,
    senderId: 'ou_通讯员',
    senderIsApp: false,
    sentAt: '2026-11-16T01:00:00.000Z',
    text: '',
    typed: '',
    mentions: [],
    attachments: [],
    lostFiles: 0,
    unreadable: false,
    deleted: false,
    edited: false,
  };
}

describe('reading back before a compile', () => {
  it('asks for each message once, the newest first, few at a time', async () => {
    const { desk, reads, most } = await openWithItems(9);
    await desk.say('通讯员', '/报送 1. 甲｜11月16日，甲。\n2. 乙｜11月16日，乙。', { messageId: 'om_10' });

    expect(wordsOf(await desk.say('负责人', '/汇总 11月'))).toContain('第 1 版');

    expect(reads).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `om_${n}`));
    expect(most()).toBe(4);
  });

  it('leaves out what was withdrawn, forms, and other months', async () => {
    const { desk, reads } = await openWithItems(3);
    await desk.say('通讯员', '/撤回 #2');
    await desk.say('通讯员', '/修改 #3 日期：10月30日');
    const form = { title: '表单', body: '11月16日，县局开会。', date: '', section: '', outlets: '' };
    await desk.click('通讯员', 'submit.form', { data: { group: GROUP }, form });

    await desk.say('负责人', '/汇总 11月');

    expect(reads).toEqual(['om_1']);
  });

  it.each(['/汇总 明年', '/进度 11月'])('asks for nothing at %s', async (typed) => {
    const { desk, reads } = await openWithItems(1);

    await desk.say('负责人', typed);

    expect(reads).toEqual([]);
  });
});

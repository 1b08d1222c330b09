import { expect, it } from 'vitest';
import { handleMessage } from '../../src/bot/handle-message.ts';
import { handleRecall } from '../../src/bot/handle-recall.ts';
import type { RevisionAction } from '../../src/domain/item/item-record.ts';
import { UserError } from '../../src/kernel/errors.ts';
import { createRandom } from '../support/create-random.ts';
import { makeMessage, typeText } from '../support/make-event.ts';
import { type Desk, openDesk } from '../support/open-desk.ts';
import { GROUP } from '../support/open-test-store.ts';

const STEPS = 10_000;
const PEOPLE = ['通讯员', '副手', '初审', '负责人', '领导'] as const;
type Person = (typeof PEOPLE)[number];
const DEEDS = ['edit', 'section', 'approve', 'return', 'withdraw', 'recall'] as const;
type Deed = (typeof DEEDS)[number];

interface Life {
  state: 'submitted' | 'approved' | 'returned' | 'withdrawn';
  approvals: number;
}

const reviewerOf = ({ state, approvals }: Life): Person =>
  state === 'approved' || approvals === 1 ? '领导' : '初审';

/** The table of states for two levels of review, written down again: what becomes of an item, or undefined if refused. */
const TABLE: Readonly<Record<Deed, (life: Life, who: Person) => Life | undefined>> = {
  edit: (_life, who) => (who === '领导' ? undefined : { state: 'submitted', approvals: 0 }),
  section: (life, who) => (who === '领导' ? undefined : life),
  approve(life, who) {
    if (life.state !== 'submitted' || who !== reviewerOf(life)) return undefined;
    return life.approvals === 1 ? { state: 'approved', approvals: 2 } : { state: 'submitted', approvals: 1 };
  },
  return: (life, who) =>
    life.state === 'returned' || who !== reviewerOf(life) ? undefined : { state: 'returned', approvals: 0 },
  withdraw: (life, who) =>
    who === '负责人' || ((who === '通讯员' || who === '副手') && life.approvals === 0)
      ? { ...life, state: 'withdrawn' }
      : undefined,
  recall: (life) => ({ ...life, state: 'withdrawn' }),
};

it('keeps to the table of states whatever five people do to an item, and records every step', {
  timeout: 120_000,
}, async () => {
  const desk = await openDesk();
  await seatEveryone(desk);
  const random = createRandom(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let serial = 0;
  let life: Life = { state: 'withdrawn', approvals: 0 };
  let history: string[] = [];
  let done = 0;
  let refused = 0;

  for (let step = 0; step < STEPS; step += 1) {
    if (life.state === 'withdrawn' && random() < 0.7) {
      await expectHistory(desk, serial, history);
      serial += 1;
      await say(desk, '通讯员', `/报送 事项${serial}｜11月16日，县局开会。`, `om_item_${serial}`);
      life = { state: 'submitted', approvals: 0 };
      history = ['submit 通讯员 submitted 0'];
      continue;
    }
    const [who, deed] = [pick(PEOPLE), pick(DEEDS)];
    if (deed === 'recall' && random() < 0.8) continue;
    const expected = life.state === 'withdrawn' ? undefined : TABLE[deed](life, who);
    const happened = await act(desk, { who, deed, serial, step });
    expect([step, who, deed, life.state, happened]).toEqual([
      step,
      who,
      deed,
      life.state,
      expected !== undefined,
    ]);
    if (expected === undefined) {
      refused += 1;
      continue;
    }
    done += 1;
    life = expected;
    const actor = deed === 'recall' ? '通讯员' : who;
    history.push(`${deed} ${actor} ${life.state} ${life.approvals}`);
    const item = await desk.repos.items.find(GROUP, { serial });
    expect([item?.state, item?.approvals, item?.revision]).toEqual([
      life.state,
      life.approvals,
      history.length,
    ]);
  }

  await expectHistory(desk, serial, history);
  expect(done).toBeGreaterThan(STEPS / 10);
  expect(refused).toBeGreaterThan(STEPS / 10);
});

async function seatEveryone(desk: Desk): Promise<void> {
  await desk.seat('通讯员', { department: '规划科' });
  await desk.seat('副手', { department: '规划科' });
  await desk.seat('初审', { roles: ['editor'] });
  await desk.seat('负责人', { roles: ['lead'] });
  await desk.seat('领导', { roles: ['chief'] });
  await desk.repos.groups.override(GROUP, { reviewLevels: 2 });
}

/** True when something was changed; false when the person was told why not. */
async function act(
  desk: Desk,
  { who, deed, serial, step }: { who: Person; deed: Deed; serial: number; step: number },
): Promise<boolean> {
  if (deed === 'recall') return recall(desk, serial, step);
  const text = {
    edit: `/修改 #${serial} 标题：第${step}步的标题`,
    section: `/修改 #${serial} 栏目：${(await sectionNow(desk, serial)) === '业务动态' ? '主题宣传' : '业务动态'}`,
    approve: `/通过 #${serial}`,
    return: `/退回 #${serial} 请补充`,
    withdraw: `/撤回 #${serial}`,
  }[deed];
  return say(desk, who, text, `om_step_${step}`);
}

async function sectionNow(desk: Desk, serial: number): Promise<string | undefined> {
  return (await desk.repos.items.find(GROUP, { serial }))?.section;
}

async function say(desk: Desk, who: Person, typed: string, messageId: string): Promise<boolean> {
  const event = makeMessage({ ...typeText(typed, desk.idOf), senderId: desk.idOf(who), messageId });
  try {
    await desk.store.transaction((repos) => handleMessage(repos, event, desk.deps));
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

async function recall(desk: Desk, serial: number, step: number): Promise<boolean> {
  const messageId = `om_item_${serial}`;
  const event = {
    kind: 'recall',
    eventId: `e${step}`,
    messageId,
    chatId: GROUP,
    recalledAt: '2026-11-16T01:00:00.000Z',
  } as const;
  const before = await desk.repos.items.find(GROUP, { serial });
  await desk.store.transaction((repos) => handleRecall(repos, event, desk.deps));
  const after = await desk.repos.items.find(GROUP, { serial });
  return before?.revision !== after?.revision;
}

async function expectHistory(desk: Desk, serial: number, expected: readonly string[]): Promise<void> {
  if (serial === 0) return;
  const item = await desk.repos.items.find(GROUP, { serial });
  const revisions = await desk.repos.items.revisions(item?.id ?? '');
  const shown = revisions.map(
    ({ action, actorId, item: then }) =>
      `${action satisfies RevisionAction} ${actorId.slice(3)} ${then.state} ${then.approvals}`,
  );
  expect(shown).toEqual(expected);
}

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../simulate/judge.ts';
import { nameGroups, planGroup } from '../../simulate/plan/plan-group.ts';
import { everyMinute } from '../../simulate/play/plan-ticks.ts';
import { type PlayOptions, playGroups } from '../../simulate/play/play-groups.ts';
import type { Round } from '../../simulate/reminder.ts';
import { summarize } from '../../simulate/simulation.ts';
import type { WorkContext } from '../../src/bot/context.ts';
import type { AnySchedule } from '../../src/bot/define-schedule.ts';
import { loadSchedules } from '../../src/bot/load-parts.ts';
import { makeTestFolder, testSettings } from '../support/open-test-store.ts';

const FLAWLESS = { wrong: 0, missing: 0, double: 0, examples: [] };

interface Days {
  readonly from: string;
  readonly to: string;
  readonly groups: number;
}

async function play({ from, to, groups }: Days, options: Partial<PlayOptions> = {}) {
  const plans = nameGroups(groups).map((id) => planGroup(id, { from, to, seed: 'test' }));
  const period = { from, to, downs: [], ...options.period };
  const file = join(makeTestFolder(), 'bot.db');
  const sent = await playGroups({ plans, defaults: testSettings(), file, ...options, period });
  return { sent, ...summarize(judge(plans, period, sent)) };
}

/** From a holiday in the week to a holiday week, with a make-up Sunday between. */
const AUTUMN = { from: '2026-09-14', to: '2026-10-18', groups: 3 };

describe('the days played with the real schedules and the real store', () => {
  it('bring every reminder that the oracle expects, and no other, in a year of six groups', async () => {
    const { sent, ...finding } = await play({ from: '2026-01-01', to: '2026-12-31', groups: 6 });

    expect(finding).toEqual({ ...FLAWLESS, reminders: sent.length });
    const count = (wanted: Round) => sent.filter(({ round }) => round === wanted).length;
    expect(Math.min(count('group'), count('private'), count('closing'))).toBeGreaterThan(100);
  }, 120_000);

  it('bring the same whether the clock is looked at every minute or when something is due', async () => {
    const days = { from: '2026-09-21', to: '2026-09-28', groups: 1 };
    const period = { ...days, downs: [] };

    const [jumping, ticking] = [await play(days), await play(days, { ticks: everyMinute(period) })];

    expect(jumping.sent.length).toBeGreaterThan(2);
    expect(ticking.sent).toEqual(jumping.sent);
  }, 120_000);

  it.each([
    ['over a round', [{ from: '2026-09-18T09:00', to: '2026-09-18T13:10' }]],
    ['over both rounds', [{ from: '2026-09-18T09:00', to: '2026-09-18T16:40' }]],
    ['over the whole day', [{ from: '2026-09-18T00:10', to: '2026-09-18T23:00' }]],
    ['over a weekend', [{ from: '2026-09-18T12:00', to: '2026-09-21T10:10' }]],
    ['over weeks', [{ from: '2026-09-17T12:00', to: '2026-10-10T13:00' }]],
  ])(
    'make up for what was missed %s only while it is the day',
    async (_, downs) => {
      const { sent, ...finding } = await play(AUTUMN, { period: { ...AUTUMN, downs } });

      expect(finding).toEqual({ ...FLAWLESS, reminders: sent.length });
    },
    60_000,
  );
});

describe('a rule of the program that is broken', () => {
  const names = ['wrong', 'missing', 'double'] as const;

  async function mistakes(options: Partial<PlayOptions>) {
    const finding = await play(AUTUMN, options);
    return names.filter((name) => finding[name] > 0);
  }

  /** The program's schedules, whose messages come out changed. */
  async function schedulesThatSend(change: (send: WorkContext['send']) => WorkContext['send']) {
    return (await loadSchedules()).map((schedule): AnySchedule => {
      const plan: AnySchedule['plan'] = (ctx) =>
        schedule.plan(ctx).map(({ key, run }) => ({
          key,
          run: (inner) => run({ ...inner, send: change(inner.send) }),
        }));
      return { ...schedule, plan };
    });
  }

  it('shows when a holiday is dropped from the calendar', async () => {
    expect(await mistakes({ calendarChanges: { '2026-09-25': 'workday' } })).toEqual(['wrong', 'missing']);
  }, 60_000);

  it('shows when a working day is taken for a holiday', async () => {
    expect(await mistakes({ calendarChanges: { '2026-09-18': 'off' } })).toContain('wrong');
  }, 60_000);

  it('shows when a message goes out twice', async () => {
    const schedules = await schedulesThatSend((send) => async (draft) => {
      await send(draft);
      await send({ ...draft, key: `${draft.key}:again` });
    });

    expect(await mistakes({ schedules })).toEqual(['double']);
  }, 60_000);

  it('shows when a message is lost', async () => {
    let cards = 0;
    const schedules = await schedulesThatSend((send) => async (draft) => {
      if (draft.target.kind === 'chat') cards += 1;
      if (draft.target.kind !== 'chat' || cards !== 2) await send(draft);
    });

    expect(await mistakes({ schedules })).toEqual(['missing']);
  }, 60_000);

  it('shows when a department is left out of a card', async () => {
    const schedules = await schedulesThatSend((send) => (draft) => {
      const { message } = draft;
      if (message.kind !== 'card') return send(draft);
      const blocks = message.card.blocks.map((block) =>
        block.kind === 'people' ? { ...block, rows: block.rows.slice(1) } : block,
      );
      return send({ ...draft, message: { ...message, card: { ...message.card, blocks } } });
    });

    expect(await mistakes({ schedules })).toEqual(['missing']);
  }, 60_000);
});

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { createMovableClock, fromStamp, toStamp } from '../../src/kernel/clock.ts';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { startBotProcess } from '../load/bot-process.ts';
import { openFolder } from '../load/home.ts';
import { usageOf } from '../process-usage.ts';
import { median, round } from '../statistics.ts';
import { type Furnished, furnish } from './furnish.ts';

const SIZES = { full: [20, 200, 2_000], quick: [5] } as const;
const IDLE_SECONDS = { full: 20, quick: 1 } as const;
const SETTLE_MS = { full: 2_000, quick: 500 } as const;
const SCRAPES = 5;
const WEEK = '2026-W47';
/** Its duty day, before the group's round and just after. */
const MORNING = fromStamp('2026-11-20T01:50:00.000Z');
const ROUND = fromStamp('2026-11-20T02:00:01.000Z');
const PATIENCE_MS = 120_000;
const LOOK_MS = 20;

const fileMessage = z.object({ file_key: z.string() });

interface Stage {
  readonly sandbox: Sandbox;
  readonly groups: readonly Furnished[];
  readonly port: number;
  readonly pids: readonly number[];
  readonly quick: boolean;
}

/**
 * What one process on SQLite needs for so many groups that have been at work for three months: with everything loaded
 * (the platform's SDK, report, sheets, the reader of documents), in Friday's round, and at rest.
 */
export async function benchGroups({ quick, wants, progress, attempt }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of quick ? SIZES.quick : SIZES.full) {
    const of = `${size} groups`;
    if (!wants({ of })) continue;
    progress(`groups: ${of}`);
    figures.push(...((await attempt(of, () => measureSize(size, quick))) ?? []));
  }
  return figures;
}

async function measureSize(size: number, quick: boolean): Promise<Figure[]> {
  const sandbox = await startSandbox({ limits: 'none', startAt: MORNING, logLength: 100 });
  const { folder, remove } = await openFolder();
  const file = join(folder, 'bot.db');
  const clock = createMovableClock(MORNING);
  const groups = await furnish(sandbox, file, { groups: size, thisWeek: WEEK, clock });
  const environment = { BOT_PACE: 'none', LOG_LEVEL: 'warn', BOT_NOW: toStamp(MORNING) };
  const bot = await startBotProcess(sandbox, { folder, environment });
  sandbox.connectWebhook(`http://127.0.0.1:${bot.port}/webhook/event`);
  try {
    const measured = await measure({ sandbox, groups, port: bot.port, pids: [bot.pid], quick });
    // With what has not been copied back from the log yet.
    const bytes = statSync(file).size + statSync(`${file}-wal`).size;
    return [...measured, { what: 'database', figure: bytes / 1024 / 1024, unit: 'MB' }].map((one) => ({
      ...one,
      name: 'groups',
      of: `${size} groups`,
      figure: round(one.figure),
    }));
  } finally {
    await bot.kill();
    await sandbox.stop();
    await remove();
  }
}

async function measure(stage: Stage): Promise<readonly Pick<Figure, 'what' | 'figure' | 'unit'>[]> {
  await loadEverything(stage);
  const passed = await letRoundPass(stage);
  const idle = await measureIdle(stage);
  return [
    { what: 'memory', figure: idle.rssMb, unit: 'MB' },
    { what: 'memory at most', figure: idle.peakMb, unit: 'MB' },
    { what: 'CPU of an idle hour', figure: idle.cpuSecondsAnHour, unit: 's' },
    { what: 'round planned after', figure: passed.plannedMs, unit: 'ms' },
    { what: 'all cards out after', figure: passed.outMs, unit: 'ms' },
    { what: 'CPU of a round', figure: passed.cpuMs, unit: 'ms' },
    { what: '/metrics', figure: await askMetrics(stage), unit: 'ms' },
  ];
}

/** One report, one sheet and one document, in one of the groups. */
async function loadEverything({ sandbox, groups }: Stage): Promise<void> {
  const [first] = groups;
  if (first === undefined) return;
  const { chat, lead, correspondent } = first;
  const bytes = await fetchFile(sandbox, first, '/汇总 2026-10');
  await fetchFile(sandbox, first, '/导出 信息明细 10月 xlsx');
  const privately = sandbox.privateChat(correspondent);
  sandbox.sendFile(correspondent, privately, { name: '材料.docx', bytes });
  await sandbox.awaitMessage(privately, ({ senderId }) => senderId === 'bot', PATIENCE_MS);
  sandbox.say(lead, chat, '/报送 现场会｜11月19日，我局召开现场会。');
}

/** The file that a command is answered with. */
async function fetchFile(sandbox: Sandbox, { chat, lead }: Furnished, command: string): Promise<Buffer> {
  const known = new Set(sandbox.messages(chat).map(({ id }) => id));
  sandbox.say(lead, chat, command);
  const { content } = await sandbox.awaitMessage(
    chat,
    ({ id, type }) => type === 'file' && !known.has(id),
    PATIENCE_MS,
  );
  const file = sandbox.uploadedFile(fileMessage.parse(content).file_key);
  if (file === undefined) throw new Error(`${command}: the file is not there`);
  return file.bytes;
}

/** Friday's card in every group: until the bot has planned it, and until the platform has them all. */
async function letRoundPass({ sandbox, groups, port, pids, quick }: Stage) {
  await pause(quick ? SETTLE_MS.quick : SETTLE_MS.full);
  const waiting = new Set(groups.map(({ chat }) => chat));
  const unwatch = sandbox.watchChanges((change) => {
    if (change.kind === 'message' && change.message.senderId === 'bot') waiting.delete(change.message.chatId);
  });
  const before = usageOf(pids).cpuMs;
  const start = performance.now();
  sandbox.clock.moveTo(ROUND);
  const answer = await fetch(`http://127.0.0.1:${port}/test/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: toStamp(ROUND) }),
  });
  if (!answer.ok) throw new Error(`the clock could not be moved: ${answer.status}`);
  const plannedMs = performance.now() - start;
  while (waiting.size > 0) {
    if (performance.now() - start > PATIENCE_MS) throw new Error(`${waiting.size} cards have not come`);
    await pause(LOOK_MS);
  }
  const outMs = performance.now() - start;
  unwatch();
  return { plannedMs, outMs, cpuMs: usageOf(pids).cpuMs - before };
}

async function measureIdle({ pids, quick }: Stage) {
  const seconds = quick ? IDLE_SECONDS.quick : IDLE_SECONDS.full;
  await pause(quick ? SETTLE_MS.quick : SETTLE_MS.full);
  const before = usageOf(pids).cpuMs;
  await pause(seconds * 1000);
  const { cpuMs, rssMb, peakMb } = usageOf(pids);
  return { rssMb, peakMb, cpuSecondsAnHour: ((cpuMs - before) / 1000 / seconds) * 3600 };
}

/** Milliseconds that a scrape takes. */
async function askMetrics({ port }: Stage): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < SCRAPES; nth += 1) {
    const start = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    await answer.text();
    if (!answer.ok) throw new Error(`/metrics answered ${answer.status}`);
    times.push(performance.now() - start);
  }
  return median(times);
}

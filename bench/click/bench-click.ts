import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { driveOpen } from '../load/drive.ts';
import { type Fleet, startFleet } from '../load/fleet.ts';
import { larkRequests, TALK } from '../load/lark-requests.ts';
import { type Seat, setUpGroups, writeSubmissions } from '../load/work-groups.ts';
import { quantile, round } from '../statistics.ts';

const CLICKS_PER_SECOND = 20;
const MESSAGES_PER_SECOND = 100;
/** One message in so many is a command. */
const COMMAND_SHARE = 10;
const GROUPS = { full: 40, quick: 8 } as const;
const OF = `${CLICKS_PER_SECOND} clicks/s beside ${MESSAGES_PER_SECOND} messages/s`;

/** A card with a filled form to press, each pressed once. */
interface OpenForm extends Seat {
  readonly card: string;
}

interface Press {
  /** From when it was due until its answer, in ms. */
  readonly ms: number;
  readonly right: boolean;
}

/**
 * How soon a click is answered while messages come in. Every click sends a form in, which is stored as an item before the
 * answer: the dearest there is. The time is what the platform would see; it gives up after 3,000 ms.
 */
export async function benchClick(options: BenchOptions): Promise<Figure[]> {
  if (!options.wants({ of: OF })) return [];
  const seconds = options.quick ? 2 : 30;
  const sandbox = await startSandbox({ limits: 'none' });
  const bot = await startFleet(sandbox, { database: 'sqlite', replicas: 1 });
  try {
    return await measure({ sandbox, bot, seconds, options });
  } finally {
    await bot.kill();
    await sandbox.stop();
    await bot.remove();
  }
}

async function measure(on: {
  sandbox: Sandbox;
  bot: Fleet;
  seconds: number;
  options: BenchOptions;
}): Promise<Figure[]> {
  const { sandbox, bot, seconds, options } = on;
  options.progress('click: setting up groups and forms');
  const seats = await setUpGroups(sandbox, options.quick ? GROUPS.quick : GROUPS.full);
  const forms = await askForForms(sandbox, seats, seconds * CLICKS_PER_SECOND);
  const requests = mixMessages(sandbox, seats, seconds * MESSAGES_PER_SECOND);
  options.progress(`click: ${OF}, ${seconds} s`);
  const [presses, messages] = await Promise.all([
    pressAll(sandbox, forms),
    driveOpen(bot.ports, requests, MESSAGES_PER_SECOND),
  ]);
  const times = presses.map(({ ms }) => ms);
  return [
    toFigure('p50', quantile(times, 0.5), 'ms'),
    toFigure('p99', quantile(times, 0.99), 'ms'),
    toFigure('max', quantile(times, 1), 'ms'),
    toFigure('answered', presses.length, 'clicks'),
    toFigure('wrong', presses.filter(({ right }) => !right).length, 'clicks'),
    toFigure('messages p99', quantile(messages.latencies, 0.99), 'ms'),
    toFigure('messages refused', messages.latencies.length - messages.acknowledged, 'messages'),
  ];
}

async function askForForms(sandbox: Sandbox, seats: readonly Seat[], count: number): Promise<OpenForm[]> {
  const asked = Array.from({ length: count }, (_, index) => seats[index % seats.length]).flatMap((seat) =>
    seat === undefined ? [] : [{ ...seat, question: sandbox.say(seat.person, seat.chat, '@bot /报送') }],
  );
  const forms = asked.map(async ({ chat, person, question }) => {
    const answers = (message: { parentId?: string }) => message.parentId === question;
    const { id } = await sandbox.awaitMessage(chat, answers, 120_000);
    return { chat, person, card: id };
  });
  return Promise.all(forms);
}

/** Plain talk, and now and then a submission. */
function mixMessages(sandbox: Sandbox, seats: readonly Seat[], count: number): Buffer[] {
  const talk = larkRequests(count, sandbox.app, TALK);
  const commands = writeSubmissions(sandbox, seats, Math.ceil(count / COMMAND_SHARE));
  return talk.map((request, index) =>
    index % COMMAND_SHARE === 0 ? (commands[index / COMMAND_SHARE]?.request ?? request) : request,
  );
}

/** At a steady rate, whether or not the bot keeps up. */
async function pressAll(sandbox: Sandbox, forms: readonly OpenForm[]): Promise<Press[]> {
  const start = performance.now();
  const presses: Promise<Press>[] = [];
  for (const [index, form] of forms.entries()) {
    const due = start + (index * 1000) / CLICKS_PER_SECOND;
    while (performance.now() < due) await pause(1);
    presses.push(press(sandbox, form, { index, due }));
  }
  return Promise.all(presses);
}

async function press(
  sandbox: Sandbox,
  { person, card }: OpenForm,
  { index, due }: { index: number; due: number },
): Promise<Press> {
  const title = `表单第${index}次巡查`;
  const filled = { title, body: `11月16日，我局执法人员在第${index}片区开展巡查。` };
  const { toast, error } = await sandbox.click(person, card, '报送', filled);
  const ms = performance.now() - due;
  return { ms, right: error === undefined && toast?.content.startsWith('已收到 #') === true };
}

function toFigure(what: string, figure: number, unit: string): Figure {
  return { name: 'click', of: OF, what, figure: round(figure), unit };
}

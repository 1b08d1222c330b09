import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError } from '../kernel/errors.ts';
import { type Demo, openDemo } from './demo/open-demo.ts';
import { openPage } from './demo/open-page.ts';
import { playHeadless } from './demo/play-headless.ts';

const USAGE = 'npm run demo -- [--month YYYY-MM] [--port N] [--headless [--out DIR] [--kills N --seed S]]';
const DEFAULT_MONTH = '2026-10';

/** The bot without an account: a sandbox, the real program beside it, and an invented bureau. */
export async function demo(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  let opened: Demo | undefined;
  const stop = () => void Promise.resolve(opened?.close()).finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const open = await openDemo({ ...options, hurry: !options.headless });
  opened = open;
  try {
    if (options.headless) await playAndTell(open, options);
    else await openPage(open);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The demo has failed: ${reason}\n`);
    process.exitCode = 1;
  } finally {
    await open.close();
  }
  process.exit();
}

async function playAndTell(open: Demo, options: Options): Promise<void> {
  const started = performance.now();
  const result = await playHeadless(open, options);
  tell(options, result, performance.now() - started);
}

type Options = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[]) {
  const { values } = parse(args);
  const {
    month = DEFAULT_MONTH,
    kills = '0',
    seed = '1',
    headless = false,
    out = 'out',
    port = '0',
  } = values;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new SetupError([`--month ${month}: write it as 2026-10`]);
  if (!/^\d{1,4}$/.test(kills)) throw new SetupError([`--kills ${kills}: write a number`]);
  if (kills !== '0' && !headless) throw new SetupError(['--kills needs --headless']);
  if (!/^\d{1,5}$/.test(port)) throw new SetupError([`--port ${port}: write a number`]);
  return { month, port: Number(port), kills: Number(kills), seed, headless, out };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        headless: { type: 'boolean' },
        month: { type: 'string' },
        out: { type: 'string' },
        port: { type: 'string' },
        kills: { type: 'string' },
        seed: { type: 'string' },
      },
    });
  } catch (error) {
    throw new SetupError([`${error instanceof Error ? error.message : String(error)}\n${USAGE}`]);
  }
}

function tell(
  options: Options,
  { audit, kills, files }: Awaited<ReturnType<typeof playHeadless>>,
  ms: number,
): void {
  const seconds = Math.round(ms / 100) / 10;
  const { submissions, receipts, reminders, reports } = audit;
  const summary = `${options.month}: ${submissions} items, ${receipts} receipts, ${reminders} reminders, ${reports} versions of the report, ${seconds} s`;
  const lines =
    options.kills > 0
      ? [JSON.stringify({ kills, ...audit, seconds })]
      : [summary, ...files, join(options.out, 'transcript.md')];
  process.stdout.write(`${lines.join('\n')}\n`);
}

import { parseArgs } from 'node:util';
import { botVariables } from '../../sandbox/bot-variables.ts';
import { gatherPeople } from '../../sandbox/demo/stage.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { toStamp } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import { createBotRemote } from './demo/bot-remote.ts';
import { startAtPort } from './demo/start-at-port.ts';
import { print } from './print.ts';

const USAGE = 'npm run sandbox -- [--port N] [--host ADDRESS] [--bot http://127.0.0.1:3000]';
const DEFAULT_PORT = '4800';

/**
 * The sandbox alone, with its page and an invented bureau's people in a group, for a bot that is started beside it.
 * Runs until it is told to stop.
 */
export async function runSandbox(args: readonly string[]): Promise<void> {
  const { port, host, bot } = readOptions(args);
  const sandbox = await startAtPort({ port, ...(host === undefined ? {} : { host }) });
  gatherPeople(sandbox);
  if (bot !== undefined) attach(sandbox, bot);
  const stop = () => void sandbox.stop().finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  print(`The page: ${sandbox.url}`, '', 'The bot beside it needs:', ...environmentFor(sandbox));
}

function readOptions(args: readonly string[]) {
  const { port = DEFAULT_PORT, host, bot } = parse(args);
  if (!/^\d{1,5}$/.test(port)) throw new SetupError([`--port ${port}: write a number`]);
  if (bot !== undefined && !/^https?:\/\/[^/]+$/.test(bot)) {
    throw new SetupError([`--bot ${bot}: write its address, such as http://127.0.0.1:3000`]);
  }
  return { port: Number(port), host, bot };
}

function parse(args: readonly string[]) {
  try {
    const options = { port: { type: 'string' }, host: { type: 'string' }, bot: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SetupError([`${error instanceof Error ? error.message : String(error)}\n${USAGE}`]);
  }
}

/** Events go to the bot's webhook, and its test clock goes along with ours. */
function attach(sandbox: Sandbox, bot: string): void {
  sandbox.connectWebhook(`${bot}/webhook/event`);
  const remote = createBotRemote(bot);
  sandbox.page.follow(() => remote.follow(sandbox.clock));
}

function environmentFor(sandbox: Sandbox): string[] {
  const variables = { ...botVariables(sandbox), BOT_NOW: toStamp(sandbox.clock.now()) };
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
}

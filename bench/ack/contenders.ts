import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { countInbox, restartBotProcess, startBotProcess } from '../load/bot-process.ts';
import { type Contender, forkedContender, type Running } from '../load/contender.ts';
import { larkRequests, SUBMISSION, TALK } from '../load/lark-requests.ts';
import { catchSubmissions, setUpGroups } from '../load/work-groups.ts';
import { RUNG_KEYS } from '../rungs/rung.ts';

const MAIN = process.argv[1] ?? '';

/** The bot as it is served, working off what it stores. */
const bot: Contender = {
  of: 'bot: stored, working off',
  async start() {
    const sandbox = await startSandbox({ limits: 'none' });
    const process = await startBotProcess(sandbox);
    sandbox.connectWebhook(`http://127.0.0.1:${process.port}/webhook/event`);
    const seats = await setUpGroups(sandbox);
    const setUp = seats.length * 2;
    return {
      ...process,
      requests: (count) => catchSubmissions(sandbox, seats, count),
      stored: () => countInbox(process.folder) - setUp,
      async cleanUp() {
        await sandbox.stop();
        process.cleanUp();
      },
    };
  },
};

/** The same with talk that is not for it, which leaves no trace. */
const botTalk: Contender = {
  of: 'bot: plain talk, not stored',
  async start(): Promise<Running> {
    const sandbox = await startSandbox();
    const process = await restartBotProcess(sandbox);
    return {
      ...process,
      requests: (count) => larkRequests(count, sandbox.app, TALK),
      stored: () => countInbox(process.folder),
      async cleanUp() {
        await sandbox.stop();
        process.cleanUp();
      },
    };
  },
};

function rung(of: string, name: string, countStored?: (folder: string) => number): Contender {
  return forkedContender(of, {
    command: [MAIN, '--child', name],
    requests: (count) => larkRequests(count, RUNG_KEYS, SUBMISSION),
    ...(countStored && { countStored }),
  });
}

/** The bot as it is. */
export const OWN: readonly Contender[] = [
  bot,
  rung('bot: stored, nothing else', 'inbox-only', countInbox),
  botTalk,
];

/** What the bot's parts reach by themselves, and what the obvious builds do. */
export const RUNGS: readonly Contender[] = [
  rung('node:http, 200 and nothing else', 'bare'),
  rung('bot’s receiver, nothing stored', 'forgetful'),
  rung('bot’s receiver, one commit an event', 'one-commit-each'),
  rung('Express + SDK, nothing stored', 'sdk'),
  rung('Express + SDK, one commit an event', 'sdk-stored'),
];

import { talkedTo, workingOff } from '../load/bots.ts';
import { type Contender, forkedContender, type Program } from '../load/contender.ts';
import { openServer } from '../load/home.ts';
import { larkRequests, SUBMISSION } from '../load/lark-requests.ts';
import { RUNG_KEYS } from '../rungs/rung.ts';

const MAIN = process.argv[1] ?? '';

function rung(of: string, name: string, home: Pick<Program, 'openHome' | 'keeps'> = {}): Contender {
  return forkedContender(of, {
    command: [MAIN, '--child', name],
    requests: (count) => larkRequests(count, RUNG_KEYS, SUBMISSION),
    ...home,
  });
}

const IN_A_FILE = { keeps: true };
const ON_A_SERVER = { openHome: openServer, keeps: true };

/** The bot as it is. */
export const OWN: readonly Contender[] = [
  workingOff('bot: stored, working off', { database: 'sqlite', replicas: 1 }),
  ...[1, 2, 4].map((replicas) =>
    workingOff(`bot on PostgreSQL × ${replicas}: stored, working off`, { database: 'postgres', replicas }),
  ),
  rung('bot: stored, nothing else', 'inbox-only', IN_A_FILE),
  rung('bot on PostgreSQL: stored, nothing else', 'inbox-only', ON_A_SERVER),
  talkedTo('bot: plain talk, not stored', { isFirstStart: false }),
];

/** What the bot's parts reach by themselves, and what the obvious builds do. */
export const RUNGS: readonly Contender[] = [
  rung('node:http, 200 and nothing else', 'bare'),
  rung('bot’s receiver, nothing stored', 'forgetful'),
  rung('bot’s receiver, SQLite, one commit a turn', 'commit-each-turn'),
  rung('bot’s receiver, SQLite, one commit an event', 'one-commit-each'),
  rung('bot’s receiver, PostgreSQL, rows of a tick together', 'rows-together', ON_A_SERVER),
  rung('bot’s receiver, PostgreSQL, one insert an event', 'row-by-row', ON_A_SERVER),
  rung('Express and its raw parser, the bot’s checks, nothing stored', 'raw-express'),
  rung('Express + SDK, nothing stored', 'sdk'),
  rung('Express + SDK, SQLite, one commit an event', 'sdk-stored'),
];

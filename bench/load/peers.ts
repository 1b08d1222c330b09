import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, forkedContender } from './contender.ts';
import { PEER_REQUESTS } from './peer-requests.ts';

/** A package of its own, so that nothing of other platforms' bots comes with the project. From the project's root. */
export const PEER_FOLDER = 'bench/peers';

/** What the targets are ratios to. */
export const YARDSTICK = 'Bolt HTTPReceiver';

export function arePeersThere(): boolean {
  return existsSync(join(PEER_FOLDER, 'node_modules', '@slack', 'bolt'));
}

/** Bots of other platforms, as their guides build them; none stores anything. None when they are not installed. */
export function listPeers(): Contender[] {
  if (!arePeersThere()) return [];
  return [
    peer(YARDSTICK, 'bolt-http', 'slack'),
    peer('Bolt ExpressReceiver', 'bolt-express', 'slack'),
    peer('Probot', 'probot', 'github'),
    peer('grammY on Express', 'grammy', 'telegram'),
    peer('Hubot', 'hubot', 'plain'),
  ];
}

/** The bot's own checks behind other servers; nothing is stored. They are installed with the peers. */
export function listServers(): Contender[] {
  if (!arePeersThere()) return [];
  return [
    peer('fastify, the bot’s checks, nothing stored', 'fastify', 'lark'),
    peer('hono, the bot’s checks, nothing stored', 'hono', 'lark'),
  ];
}

function peer(of: string, name: string, dialect: keyof typeof PEER_REQUESTS): Contender {
  return forkedContender(of, {
    command: [join(PEER_FOLDER, 'serve.mjs'), name],
    requests: PEER_REQUESTS[dialect],
  });
}

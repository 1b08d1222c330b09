import { join } from 'node:path';
import { loadSettings } from '../../config/load.ts';
import type { StoredEvent } from '../../src/domain/message/inbound.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { answerClick } from '../../src/lark/answer-click.ts';
import { openRequest } from '../../src/lark/open-request.ts';
import { openStore } from '../../src/store/create-store.ts';
import { createWebServer } from '../../src/web/create-server.ts';
import { openRowByRow, openRowsTogether } from './event-rows.ts';
import { openEventTable, openEventTableByTurn } from './event-table.ts';
import { RUNG_KEYS, type Rung } from './rung.ts';

/** The bot's own receiver up to the decoded event, which it forgets. */
export const forgetful: Rung = async () => serve(async () => undefined);

/** The bot's own receiver and inbox, with nobody working off what was stored. */
export const inboxOnly: Rung = async (home) => {
  const store = await openStore({
    url: home.startsWith('postgres:') ? home : `file:${join(home, 'bot.db')}`,
    clock: systemClock,
    defaults: loadSettings('config/bot.yaml'),
    exclusive: true,
  });
  return serve(async (event) => void (await store.repos.inbox.append(event)));
};

/** The bot's own receiver with the simplest of inboxes: one commit an event. */
export const oneCommitEach: Rung = async (folder) => {
  const insert = openEventTable(folder);
  return serve(async (event) => insert(event.eventId, JSON.stringify(event)));
};

/** The same, and what comes in during one turn of the event loop is committed together. */
export const commitEachTurn: Rung = async (folder) => {
  const insert = openEventTableByTurn(folder);
  return serve((event) => insert(event.eventId, JSON.stringify(event)));
};

/** The same with an inbox on PostgreSQL, each event in a commit of its own. */
export const rowByRow: Rung = async (url) => {
  const insert = await openRowByRow(url);
  return serve((event) => insert(event.eventId, JSON.stringify(event)));
};

/** The same, and what comes in during one turn of the event loop is committed together. */
export const rowsTogether: Rung = async (url) => {
  const insert = await openRowsTogether(url);
  return serve((event) => insert(event.eventId, JSON.stringify(event)));
};

function serve(accept: (event: StoredEvent) => Promise<void>) {
  return createWebServer({
    open: (raw, headers) => openRequest({ raw, headers }, RUNG_KEYS, systemClock.now()),
    accept,
    click: async () => ({ tone: 'info', notice: '' }),
    drawAnswer: answerClick,
    ready: async () => ({ ok: true, detail: {} }),
    metrics: async () => '',
    logger: silentLogger,
  });
}

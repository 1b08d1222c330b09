import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnvironment } from '../../config/environment.ts';
import { loadOutlets, loadSettings, loadThemes } from '../../config/load.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { NO_LIMITS } from '../../src/bot/pacer.ts';
import type { GroupSettings } from '../../src/domain/group/settings.ts';
import { createMovableClock, fromStamp } from '../../src/kernel/clock.ts';
import { type Logger, silentLogger } from '../../src/kernel/logger.ts';
import { type Bot, createBot } from '../../src/main/create-bot.ts';
import { makePostgres, usualDatabase } from './make-database.ts';
import { readRows } from './read-rows.ts';

export interface OfficeOptions {
  /** What is left of the disk. Default: half of it. */
  readonly disk?: () => { readonly freeBytes: number; readonly totalBytes: number };
  /** Wall-clock start in Shanghai, e.g. `2026-11-16T09:00`. */
  readonly now?: string;
  readonly settings?: Partial<GroupSettings>;
  /** Departments that are set up with a correspondent each, named `<department>通讯员`. */
  readonly departments?: readonly string[];
  readonly limits?: 'none';
  /** Default: silent. */
  readonly logger?: Logger;
  /** The themes of config/theme-days.yaml; without it there are none. */
  readonly themes?: 'shipped';
  /** Default: an SQLite file, or what the run says. */
  readonly database?: 'postgres';
  /** How events come to the bot. Default: the webhook. */
  readonly transport?: Transport;
  /** Folder of the programs that the bot finds on the machine. Default: none. */
  readonly programs?: string;
  /** The page's compiled modules: the office can then be visited with a browser. */
  readonly pageFolder?: string;
}

export type Transport = 'webhook' | 'websocket';

export type Office = Awaited<ReturnType<typeof startOffice>>;

const ADMIN = '陈管理';
const LEAD = '李负责';

/**
 * A work group on the sandbox with the real bot behind real HTTP. The bot has been added by an admin, departments and
 * lead are set up by commands, and reminders are on.
 */
export async function startOffice(options: OfficeOptions = {}) {
  const start = fromStamp(`${options.now ?? '2026-11-16T09:00'}:00+08:00`);
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  const transport = options.transport ?? usualTransport();
  const sandbox = await startSandbox({
    startAt: start,
    limits: 'none',
    repushDelaysMs: [200, 500, 1000],
    clientConfig: { reconnectNonce: 0 },
    ...(options.pageFolder !== undefined && { pageFolder: options.pageFolder }),
  });
  const clock = createMovableClock(start);
  const postgres = (options.database ?? usualDatabase()) === 'postgres' ? await makePostgres() : undefined;
  const environment = parseEnvironment({
    LARK_APP_ID: sandbox.app.appId,
    LARK_APP_SECRET: sandbox.app.appSecret,
    LARK_TRANSPORT: transport,
    ...(transport === 'webhook' && {
      LARK_ENCRYPT_KEY: sandbox.app.encryptKey,
      LARK_VERIFICATION_TOKEN: sandbox.app.verificationToken,
    }),
    LARK_DOMAIN: sandbox.url,
    DATA_DIR: folder,
    ...(postgres && { DATABASE_URL: postgres.url }),
    PATH: options.programs,
  });
  const defaults = {
    ...loadSettings('config/bot.yaml'),
    unitName: '青禾县自然资源局',
    reviewLevels: 0 as const,
    ...options.settings,
  };
  const themes = options.themes === 'shipped' ? loadThemes('config/bot.yaml') : [];
  let bot = await open();

  async function open(): Promise<Bot> {
    const measureDisk = async () => [
      { folder, ...(options.disk?.() ?? { freeBytes: 50e9, totalBytes: 100e9 }) },
    ];
    const next = await createBot({
      measureDisk,
      environment,
      defaults,
      themes,
      outlets: loadOutlets('config/bot.yaml'),
      clock,
      logger: options.logger ?? silentLogger,
      limits: NO_LIMITS,
    });
    next.server.listen(0, '127.0.0.1');
    await once(next.server, 'listening');
    if (transport === 'webhook') sandbox.connectWebhook(`${urlOf(next)}/webhook/event`);
    else await sandbox.longConnections.opened();
    return next;
  }

  const chat = sandbox.createGroup('青禾县局宣传工作群');
  const people = new Map<string, string>();
  const person = (name: string): string => {
    const known = people.get(name);
    if (known !== undefined) return known;
    const id = sandbox.createPerson(name);
    people.set(name, id);
    sandbox.join(chat, id);
    return id;
  };

  const follow = async () => {
    clock.moveTo(sandbox.clock.now());
    await bot.workers.runSchedules();
    await office.settled();
  };
  sandbox.page.follow(follow);

  const office = {
    sandbox,
    clock,
    chat,
    folder,
    person,
    get bot() {
      return bot;
    },
    get url() {
      return urlOf(bot);
    },
    databaseUrl: environment.databaseUrl,
    /** What stands in the database, read past the store. */
    rows: (query: string) => readRows(environment.databaseUrl, query),
    /** Says something and returns what the bot answers to exactly that. */
    async ask(name: string, text: string, where: string = chat): Promise<string> {
      return (await office.askForMessage(name, text, where)).text;
    },
    async askForMessage(name: string, text: string, where: string = chat) {
      const id = sandbox.say(person(name), where, text);
      return sandbox.awaitMessage(where, (message) => message.parentId === id && message.senderId === 'bot');
    },
    /** The person's private chat with the bot. */
    privately: (name: string) => sandbox.privateChat(person(name)),
    /** Resolves when everything that was pushed and planned is dealt with. */
    async settled(): Promise<void> {
      await sandbox.pushesSettled();
      for (;;) {
        const [inbox, outbox] = [await bot.store.repos.inbox.depth(), await bot.store.repos.outbox.depth()];
        if (inbox.open + outbox.due === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    /** Moves both clocks, bot first, and lets everything settle. */
    async moveTo(wallClock: string): Promise<void> {
      sandbox.clock.moveTo(fromStamp(`${wallClock}:00+08:00`));
      await follow();
    },
    /** A second bot on the same database, which has to be PostgreSQL; whoever asks for it stops it. */
    async addReplica(): Promise<Bot> {
      const lines = sandbox.longConnections.count;
      const replica = await open();
      if (transport === 'websocket') await sandbox.longConnections.opened(lines + 1);
      return replica;
    },
    /** `whileDown`: what people do while the bot is not there. */
    async restart(whileDown: () => void = () => undefined): Promise<void> {
      await bot.stop();
      whileDown();
      sandbox.longConnections.drop();
      bot = await open();
    },
    async stop(): Promise<void> {
      await bot.stop();
      await sandbox.stop();
      await postgres?.giveBack();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  const admin = person(ADMIN);
  person(LEAD);
  const departments = options.departments ?? ['规划科', '耕地科'];
  for (const department of departments) person(`${department}通讯员`);
  sandbox.addBot(chat, admin);
  const welcome = await sandbox.awaitMessage(chat, (message) => message.senderId === 'bot');
  await office.ask(ADMIN, `/部门 新增 ${departments.join(' ')}`);
  await office.ask(ADMIN, `/角色 宣传负责人 @${LEAD}`);
  for (const department of departments)
    await office.ask(ADMIN, `/通讯员 设置 ${department} @${department}通讯员`);
  await sandbox.click(admin, welcome.id, '启用');
  await office.settled();
  return office;
}

/** The whole of `npm test` plays the conversations over both: one of its time zones runs on the long connection. */
function usualTransport(): Transport {
  return process.env.OFFICE_TRANSPORT === 'websocket' ? 'websocket' : 'webhook';
}

function urlOf(bot: Bot): string {
  const { port } = bot.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

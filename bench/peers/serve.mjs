// One peer per process: `node serve.mjs NAME` tells its port to the process that forked it, with which it ends. Each does
// what its own guide shows, with a listener that does nothing and no call to its platform.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const SECRET = 'bench-secret-0123456789';
const LOOPBACK = '127.0.0.1';

const PEERS = {
  'bolt-http': () => bolt('HTTPReceiver'),
  'bolt-express': () => bolt('ExpressReceiver'),
  probot,
  grammy,
  hubot,
  fastify,
  hono,
};

async function bolt(kind) {
  const { default: slack } = await import('@slack/bolt');
  const receiver = new slack[kind]({ signingSecret: SECRET, logLevel: slack.LogLevel.ERROR });
  const app = new slack.App({
    receiver,
    logLevel: slack.LogLevel.ERROR,
    authorize: async () => ({ botToken: 'xoxb-0', botId: 'B0', botUserId: 'U0' }),
  });
  app.message(async () => undefined);
  return await app.start({ port: 0, host: LOOPBACK });
}

async function probot() {
  const { createNodeMiddleware, Probot } = await import('probot');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const bot = new Probot({
    appId: 1,
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    secret: SECRET,
    logLevel: 'error',
  });
  const app = (robot) => robot.on('issue_comment.created', async () => undefined);
  const middleware = await createNodeMiddleware(app, { probot: bot, webhooksPath: '/api/github/webhooks' });
  return createServer((request, response) => middleware(request, response)).listen(0, LOOPBACK);
}

async function grammy() {
  const [{ Bot, webhookCallback }, { default: express }] = [await import('grammy'), await import('express')];
  const botInfo = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' };
  const bot = new Bot('1:bench', { botInfo });
  bot.on('message', () => undefined);
  const app = express();
  app.use(express.json());
  app.post('/telegram', webhookCallback(bot, 'express', { secretToken: SECRET }));
  return app.listen(0, LOOPBACK);
}

async function hubot() {
  const { Adapter, Robot } = await import('hubot');
  process.env.PORT = '0';
  process.env.EXPRESS_BIND_ADDRESS = LOOPBACK;
  const robot = new Robot(new Adapter(), true, 'bench');
  await robot.setupExpress();
  robot.router.post('/hubot/event', (_request, response) => response.send('OK'));
  return robot.server;
}

/** Other servers, with what this bot checks of an event behind them: what Express costs. */
async function fastify() {
  const [{ default: Fastify }, isEvent] = [await import('fastify'), await loadCheck()];
  const app = Fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.post('/webhook/event', async ({ body, raw }, reply) =>
    isEvent(body, raw) ? {} : reply.code(401).send(),
  );
  await app.listen({ port: 0, host: LOOPBACK });
  return app.server;
}

async function hono() {
  const [{ Hono }, { serve }] = [await import('hono'), await import('@hono/node-server')];
  const isEvent = await loadCheck();
  const app = new Hono();
  app.post('/webhook/event', async (context) => {
    const raw = Buffer.from(await context.req.arrayBuffer());
    return isEvent(raw, context.env.incoming) ? context.json({}) : context.body(null, 401);
  });
  return serve({ fetch: app.fetch, port: 0, hostname: LOOPBACK });
}

async function loadCheck() {
  const { openRequest } = await importBuilt('src/lark/open-request');
  const { systemClock } = await importBuilt('src/kernel/clock');
  const { RUNG_KEYS } = await importBuilt('bench/rungs/rung');
  const { signatureOf } = await importBuilt('src/web/receive-event');
  return (raw, request) => {
    const input = { raw, headers: signatureOf(request) };
    return openRequest(input, RUNG_KEYS, systemClock.now()).kind === 'event';
  };
}

function importBuilt(module) {
  return import(new URL(`../../dist/${module}.js`, import.meta.url));
}

const server = await PEERS[process.argv[2]]();
if (!server.listening) await once(server, 'listening');
process.send({ port: server.address().port });
await once(process, 'disconnect');
process.exit(0);

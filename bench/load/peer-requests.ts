import { createHmac, randomUUID } from 'node:crypto';
import { systemClock } from '../../src/kernel/clock.ts';
import { RUNG_KEYS } from '../rungs/rung.ts';
import { httpRequest } from './http-request.ts';
import { larkRequests, SUBMISSION } from './lark-requests.ts';

/** The peers' shared secret; `bench/peers/serve.mjs` has the same. */
const SECRET = 'bench-secret-0123456789';

/** As long as a Lark push: a message of this length inside the envelope comes to about 1.5 KB. */
const TEXT = 'The quick brown fox jumps over the lazy dog. '.repeat(20);

/** Pushes in the form that each of the other platforms sends them, signed now. */
export const PEER_REQUESTS = {
  lark: (count: number): Buffer[] => larkRequests(count, RUNG_KEYS, SUBMISSION),
  slack: (count: number): Buffer[] => build(count, slackRequest),
  github: (count: number): Buffer[] => build(count, githubRequest),
  telegram: (count: number): Buffer[] => build(count, telegramRequest),
  plain: (count: number): Buffer[] => build(count, plainRequest),
} as const;

function build(count: number, make: (index: number) => Buffer): Buffer[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function slackRequest(index: number): Buffer {
  const seconds = Math.floor(systemClock.now().epochMilliseconds / 1000);
  const body = JSON.stringify({
    token: 't0',
    team_id: 'T0000001',
    api_app_id: 'A0000001',
    event: {
      type: 'message',
      channel: 'C1',
      channel_type: 'channel',
      user: 'U1',
      text: TEXT,
      ts: `${seconds}.${index}`,
    },
    type: 'event_callback',
    event_id: `Ev${index}`,
    event_time: seconds,
    authorizations: [{ team_id: 'T0000001', user_id: 'U2', is_bot: true, is_enterprise_install: false }],
  });
  const signature = createHmac('sha256', SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  return httpRequest('/slack/events', body, {
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${signature}`,
  });
}

function githubRequest(index: number): Buffer {
  const body = JSON.stringify({
    action: 'created',
    issue: { number: index, title: 'A bench', user: { login: 'someone' } },
    comment: { id: index, body: TEXT, user: { login: 'someone' } },
    repository: { id: 1, name: 'bench', full_name: 'someone/bench', owner: { login: 'someone' } },
  });
  return httpRequest('/api/github/webhooks', body, {
    'x-github-event': 'issue_comment',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
  });
}

function telegramRequest(index: number): Buffer {
  const person = { id: 7, is_bot: false, first_name: 'Someone' };
  const message = {
    message_id: index,
    date: 1,
    chat: { id: -7, type: 'group', title: 'Bench' },
    from: person,
    text: TEXT,
  };
  return httpRequest('/telegram', JSON.stringify({ update_id: index, message }), {
    'x-telegram-bot-api-secret-token': SECRET,
  });
}

function plainRequest(index: number): Buffer {
  return httpRequest('/hubot/event', JSON.stringify({ id: index, user: 'U1', room: 'C1', text: TEXT }), {});
}

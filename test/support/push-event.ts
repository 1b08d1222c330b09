import { randomBytes } from 'node:crypto';
import { encryptBody, envelope, signBody } from '../../sandbox/wire.ts';
import type { Office } from './start-office.ts';

/** What a test bends about an otherwise perfect push. */
export interface Bent {
  readonly eventId?: string;
  readonly eventType?: string;
  readonly token?: string;
  readonly appId?: string;
  readonly key?: string;
  readonly signature?: string | null;
  /** Seconds since the epoch. */
  readonly timestamp?: number;
  readonly body?: string;
}

/** A text message event as the platform sends it. */
export function textEvent(office: Office, message: { from: string; text: string; id?: string }): object {
  const { tenantKey } = office.sandbox.app;
  return {
    sender: {
      sender_id: { open_id: message.from, union_id: 'on_1' },
      sender_type: 'user',
      tenant_key: tenantKey,
    },
    message: {
      message_id: message.id ?? `om_${randomBytes(16).toString('hex')}`,
      create_time: String(office.clock.now().epochMilliseconds),
      chat_id: office.chat,
      chat_type: 'group',
      message_type: 'text',
      content: JSON.stringify({ text: message.text }),
    },
  };
}

/** Posts one event to the bot's webhook, bent as told, and returns status and body. */
export async function pushEvent(
  office: Office,
  event: object,
  bent: Bent = {},
): Promise<{ status: number; body: string }> {
  const { app } = office.sandbox;
  const now = office.clock.now().epochMilliseconds;
  const timestamp = String(bent.timestamp ?? Math.floor(now / 1000));
  const plain = envelope({
    eventId: bent.eventId ?? randomBytes(16).toString('hex'),
    eventType: bent.eventType ?? 'im.message.receive_v1',
    createTime: String(now),
    token: bent.token ?? app.verificationToken,
    appId: bent.appId ?? app.appId,
    tenantKey: app.tenantKey,
    event,
  });
  const body = bent.body ?? encryptBody(bent.key ?? app.encryptKey, JSON.stringify(plain));
  const signature =
    bent.signature === undefined
      ? signBody({ timestamp, nonce: 'n', key: app.encryptKey, body })
      : bent.signature;
  return post(office, body, {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'n',
    ...(signature === null ? {} : { 'x-lark-signature': signature }),
  });
}

async function post(office: Office, body: string, headers: Record<string, string>) {
  const response = await fetch(`${office.url}/webhook/event`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

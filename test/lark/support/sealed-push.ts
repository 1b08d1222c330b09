import { encryptBody, envelope, signBody } from '../../../sandbox/wire.ts';
import type { SignatureHeaders } from '../../../src/lark/verify-signature.ts';

/** Pushes as the platform sends them, by formulas that are not those under test. */
export const KEYS = {
  encryptKey: 'test encrypt key',
  verificationToken: 'test-verification-token',
  appId: 'cli_0123456789abcdef',
} as const;

export const SIGNED_AT = '2026-11-20T02:00:00Z';
const SIGNED_SECONDS = String(Date.parse(SIGNED_AT) / 1000);

export interface Push {
  readonly raw: Buffer;
  readonly headers: SignatureHeaders;
}

export interface PushOptions {
  readonly type?: string;
  readonly event?: object;
  readonly token?: string;
  readonly appId?: string;
  readonly eventId?: string;
  readonly timestamp?: string;
}

export const textMessage = {
  sender: { sender_id: { open_id: 'ou_sender', union_id: 'on_1' }, sender_type: 'user', tenant_key: 't1' },
  message: {
    message_id: 'om_one',
    create_time: '1795140000000',
    chat_id: 'oc_group',
    chat_type: 'group',
    message_type: 'text',
    content: JSON.stringify({ text: '@_user_1 /报送 修路｜完成' }),
    mentions: [{ key: '@_user_1', id: { open_id: 'ou_bot' }, mentioned_type: 'bot', name: '宣传助手' }],
  },
};

export const cardClick = {
  operator: { open_id: 'ou_sender', tenant_key: 't1' },
  token: 'c-card-update-token',
  action: { tag: 'button', value: { a: 'approve', d: { item: '7' } }, form_value: { note: '好' } },
  context: { open_message_id: 'om_card', open_chat_id: 'oc_group' },
};

/** The decrypted matter of a push. */
export function plainPush(options: PushOptions = {}): object {
  return envelope({
    eventId: options.eventId ?? 'ev-1',
    eventType: options.type ?? 'im.message.receive_v1',
    createTime: '1795140000000',
    token: options.token ?? KEYS.verificationToken,
    appId: options.appId ?? KEYS.appId,
    tenantKey: 't1',
    event: options.event ?? textMessage,
  });
}

/** Signs any body with the right key. */
export function signed(body: string, timestamp = SIGNED_SECONDS): Push {
  const signature = signBody({ timestamp, nonce: 'n0nce', key: KEYS.encryptKey, body });
  return { raw: Buffer.from(body), headers: { timestamp, nonce: 'n0nce', signature } };
}

/** An encrypted and signed push. */
export function sealed(options: PushOptions = {}): Push {
  return signed(encryptBody(KEYS.encryptKey, JSON.stringify(plainPush(options))), options.timestamp);
}

/** Any text, encrypted with the right key. */
export function encrypted(text: string): string {
  return encryptBody(KEYS.encryptKey, text);
}

export function unsigned(body: string): Push {
  return { raw: Buffer.from(body), headers: {} };
}

import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PushedEvent } from './push/transport.ts';
import type { AppIdentity } from './world/world.ts';

/** Identity fields that stand in the header of every pushed event. */
export interface EnvelopeInput {
  readonly eventId: string;
  readonly eventType: string;
  /** Milliseconds for message events, microseconds for card callbacks; the platform sends text. */
  readonly createTime: string;
  readonly token: string;
  readonly appId: string;
  readonly tenantKey: string;
  readonly event: object;
}

export interface SignatureInput {
  /** Seconds since the epoch, as text. */
  readonly timestamp: string;
  readonly nonce: string;
  /** The app's Encrypt Key. */
  readonly key: string;
  /** The raw body, exactly as it goes over the wire. */
  readonly body: string;
}

/** The v2 event envelope. */
export function envelope(input: EnvelopeInput): object {
  return {
    schema: '2.0',
    header: {
      event_id: input.eventId,
      event_type: input.eventType,
      create_time: input.createTime,
      token: input.token,
      app_id: input.appId,
      tenant_key: input.tenantKey,
    },
    event: input.event,
  };
}

/** The envelope of an event of the app, before encryption. */
export function plainEnvelope(
  app: Pick<AppIdentity, 'verificationToken' | 'appId' | 'tenantKey'>,
  pushed: PushedEvent,
): object {
  return envelope({ ...pushed, token: app.verificationToken, appId: app.appId, tenantKey: app.tenantKey });
}

/**
 * Body of an encrypted push: `{"encrypt": base64(IV ‖ AES-256-CBC(text))}`, key = SHA-256 of the Encrypt Key, PKCS#7.
 * Formula: Feishu "Receive events through a webhook".
 */
export function encryptBody(key: string, text: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv);
  const encrypted = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  return JSON.stringify({ encrypt: encrypted.toString('base64') });
}

/** `X-Lark-Signature`: hex SHA-256 of timestamp + nonce + key + raw body (a plain digest, no HMAC). */
export function signBody({ timestamp, nonce, key, body }: SignatureInput): string {
  return createHash('sha256').update(timestamp).update(nonce).update(key).update(body).digest('hex');
}

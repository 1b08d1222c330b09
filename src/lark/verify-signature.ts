import { createHash } from 'node:crypto';
import { sameSecret } from './same-secret.ts';

/** The platform's three headers, as they came. */
export interface SignatureHeaders {
  readonly timestamp?: string | undefined;
  readonly nonce?: string | undefined;
  readonly signature?: string | undefined;
}

export function hasSignature(headers: SignatureHeaders): boolean {
  return headers.timestamp !== undefined || headers.nonce !== undefined || headers.signature !== undefined;
}

/**
 * True when the sender knows the encrypt key: hex SHA-256 over timestamp + nonce + key + raw body (a plain digest, by
 * the platform's rule). Over the bytes as they came, since another spelling of the same JSON has another digest.
 */
export function verifySignature(raw: Uint8Array, headers: SignatureHeaders, encryptKey: string): boolean {
  const { timestamp, nonce, signature } = headers;
  if (!encryptKey || !timestamp || !nonce || !signature) return false;
  const expected = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(raw).digest('hex');
  return sameSecret(signature, expected);
}

import { createDecipheriv, hash } from 'node:crypto';

const BLOCK = 16;

/**
 * Opens the platform's `encrypt` field: base64 of a 16-byte IV followed by AES-256-CBC with PKCS#7 padding, under the
 * SHA-256 of the encrypt key. Undefined whatever is wrong with it: callers must not tell one fault from another.
 */
export function decryptBody(encrypted: string, encryptKey: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined;
  const key = hash('sha256', encryptKey, 'buffer');
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, BLOCK));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

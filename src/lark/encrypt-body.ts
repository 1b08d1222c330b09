import { createCipheriv, hash, randomBytes } from 'node:crypto';

/** What `decryptBody` opens: base64 of a random 16-byte IV and the text under AES-256-CBC. */
export function encryptBody(text: string, encryptKey: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', hash('sha256', encryptKey, 'buffer'), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

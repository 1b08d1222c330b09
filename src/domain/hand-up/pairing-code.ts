import { derivedId } from '../../kernel/ids.ts';

/** For so many days a code can be used. */
export const PAIRING_DAYS = 7;

/** Crockford's: no letter that could be read as a digit or as another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits. */
const LENGTH = 16;
const HEX_DIGITS = (LENGTH * 5) / 4;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
/** What is longer, in UTF-16 units, is not even looked at. */
const LONGEST = 60;

/** A code for two groups to pair by, from a fresh random id: `7K2M-9QXD-0HTC-V4BR`. */
export function makePairingCode(secret: string): string {
  let rest = BigInt(`0x${derivedId('pairing-code', secret).slice(0, HEX_DIGITS)}`);
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code += ALPHABET[Number(rest & 31n)];
    rest >>= 5n;
  }
  return code.replace(/(.{4})(?!$)/g, '$1-');
}

/** Under which hash a typed code is kept, however it is spaced, cased or typed (full-width); undefined for what is none. */
export function hashPairingCode(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return CODE.test(code) ? derivedId('pairing', code) : undefined;
}

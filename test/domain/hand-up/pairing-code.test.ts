import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPairingCode, makePairingCode } from '../../../src/domain/hand-up/pairing-code.ts';

const SHAPE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

describe('a pairing code', () => {
  it('is another for each secret, and can be read', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const code = makePairingCode(one);
        expect(code).toMatch(SHAPE);
        expect(hashPairingCode(code)).toBeDefined();
        expect(makePairingCode(other) === code).toBe(one === other);
      }),
    );
  });

  it('uses every letter in every place', () => {
    const codes = Array.from({ length: 2000 }, (_, nth) => makePairingCode(String(nth)).replaceAll('-', ''));
    for (let at = 0; at < 16; at += 1) expect(new Set(codes.map((code) => code[at])).size).toBe(32);
  });

  it.each([
    ['in small letters', '7k2m-9qxd-0htc-v4br'],
    ['with blanks', ' 7K2M 9QXD 0HTC V4BR '],
    ['full-width', '７Ｋ２Ｍ－９ＱＸＤ－０ＨＴＣ－Ｖ４ＢＲ'],
    ['without hyphens', '7K2M9QXD0HTCV4BR'],
    ['with an O for the zero', '7K2M-9QXD-OHTC-V4BR'],
  ])('may be typed %s', (_, typed) => {
    expect(hashPairingCode(typed)).toBe(hashPairingCode('7K2M-9QXD-0HTC-V4BR'));
  });

  it.each(['', '7K2M-9QXD-0HTC', '7K2M-9QXD-0HTC-V4BRX', '7K2M-9QXD-0HTC-V4B!', '规划科', '0'.repeat(5000)])(
    'is not %j',
    (typed) => {
      expect(hashPairingCode(typed)).toBeUndefined();
    },
  );

  it('is not told by its hash', () => {
    expect(hashPairingCode('7K2M-9QXD-0HTC-V4BR')).toMatch(/^[0-9a-f]{32}$/);
    expect(hashPairingCode('7K2M-9QXD-0HTC-V4BS')).not.toBe(hashPairingCode('7K2M-9QXD-0HTC-V4BR'));
  });
});

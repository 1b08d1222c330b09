import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decryptBody } from '../../src/lark/decrypt-body.ts';
import { encryptBody } from '../../src/lark/encrypt-body.ts';

it('makes of any text what opens to it again, never twice the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, key) => {
      const body = encryptBody(text, key);
      expect(decryptBody(body, key)).toBe(text);
      expect(encryptBody(text, key)).not.toBe(body);
    }),
  );
});

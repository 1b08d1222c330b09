import { describe, expect, it } from 'vitest';
import { decryptBody } from '../../src/lark/decrypt-body.ts';

describe('decryptBody', () => {
  it("opens the platform's published example", () => {
    expect(decryptBody('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world');
  });

  it.each([
    ['another key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'other key'],
    ['an IV alone', 'P37w+VZImNgPEO1RBhJ6Rg==', 'test key'],
    ['half a block', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEA==', 'test key'],
    ['nothing', '', 'test key'],
    ['no base64', '！！！', 'test key'],
  ])('gives nothing for %s', (_name, text, key) => {
    expect(decryptBody(text, key)).toBeUndefined();
  });
});

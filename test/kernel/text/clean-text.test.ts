import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/kernel/text/clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['keeps Chinese, emoji and full-width signs', '规划科｜“修路” 👍🏽', '规划科｜“修路” 👍🏽'],
    ['keeps tab and line feed', 'a\tb\nc', 'a\tb\nc'],
    ['makes one kind of line break', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['drops control characters', 'a\u0000b\u0008c\u000bd\u001be\u007ff\u009fg', 'abcdefg'],
    ['drops overrides of direction', 'a\u202eb\u202ac\u2066d\u2069e', 'abcde'],
    ['drops byte order marks and non-characters', '\ufeffa\ufffeb\uffffc', 'abc'],
    ['drops surrogates without a partner', 'a\ud83db\udc4dc', 'abc'],
    ['keeps surrogates with one', '\ud83d\udc4d', '👍'],
    ['does not join halves that something stood between', '\ud83d\u0000\udc4d', ''],
  ])('%s', (_name, given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it('changes nothing the second time, and leaves well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).toBe(Buffer.from(clean, 'utf8').toString('utf8'));
      }),
    );
  });
});

describe('cleanLine', () => {
  it('makes one line without space at its ends', () => {
    expect(cleanLine(' 规划科\r\n\t 张三\u3000')).toBe('规划科 张三');
  });
});

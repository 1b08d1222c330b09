import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/lark/escape-markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['>', '&#62;'],
    ['<', '&#60;'],
    ['~', '&#126;'],
    ['-', '&#45;'],
    ['!', '&#33;'],
    ['*', '&#42;'],
    ['/', '&#47;'],
    ['\\', '&#92;'],
    ['[', '&#91;'],
    [']', '&#93;'],
    ['(', '&#40;'],
    [')', '&#41;'],
    ['#', '&#35;'],
    [':', '&#58;'],
    ['+', '&#43;'],
    ['"', '&#34;'],
    ["'", '&#39;'],
    ['`', '&#96;'],
    ['$', '&#36;'],
    ['_', '&#95;'],
    ['&', '&#38;'],
    ['|', '&#124;'],
    ['{', '&#123;'],
    ['}', '&#125;'],
    ['.', '&#46;'],
    ['规划科 张三', '规划科 张三'],
    ['👍🏽“好”', '👍🏽“好”'],
    ['&#60;at&#62;', '&#38;&#35;60;at&#38;&#35;62;'],
    ['1. 第一', '1&#46; 第一'],
    ['a\nb\u202ec', 'a bc'],
  ])('writes %s as %s', (given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected);
  });

  it('leaves no sign of markdown, and gives the text back when decoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&*_[]()`~!#|{}$:/\\+-."\'a1规') }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replaceAll(/&#\d+;/g, '')).toMatch(/^[a1规]*$/);
        expect(escaped.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(text);
      }),
    );
  });
});

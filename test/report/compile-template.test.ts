import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SetupError } from '../../src/kernel/errors.ts';
import { compileTemplate } from '../../src/report/template/compile-template.ts';

const view = z.strictObject({
  title: z.string(),
  count: z.number(),
  open: z.boolean(),
  unit: z.strictObject({ name: z.string() }),
  items: z.array(z.strictObject({ lead: z.string(), more: z.array(z.string()) })),
});

const data = {
  title: '题*目',
  count: 2,
  open: true,
  unit: { name: '局' },
  items: [
    { lead: '一', more: ['甲', '乙'] },
    { lead: '二', more: [] },
  ],
};

const compile = (source: string) => compileTemplate('month.hbs', source, view);

describe('a template', () => {
  it('prints fields, loops and conditions, with everything escaped', () => {
    const source =
      '{{title}}/{{{title}}}/{{&title}} {{unit.name}}{{count}} ' +
      '{{#each items}}{{@index}}{{lead}}{{../title}}{{#each this.more}}{{this}}{{#if @last}}。{{/if}}{{/each}}' +
      '{{#unless more}}无{{/unless}}{{/each}}{{#if open}}开{{else}}关{{/if}}';
    expect(compile(source)(data)).toBe('题\\*目/题\\*目/题\\*目 局2 0一题\\*目甲乙。1二题\\*目无开');
  });

  it.each([
    ['a misspelt field', '\n\n{{titel}}', 'line 3: unknown field "titel"'],
    ['a field in three braces', '{{{titel}}}', 'line 1: unknown field "titel"'],
    ['a misspelt list', '{{#each itms}}x{{/each}}', 'line 1: unknown field "itms"'],
    ['a misspelt condition', '{{#if opn}}x{{/if}}', 'line 1: unknown field "opn"'],
    ['a misspelt field in a loop', '{{#each items}}\n{{led}}{{/each}}', 'line 2: unknown field "led"'],
    ['a misspelt field in an else', '{{#if open}}{{else}}{{x}}{{/if}}', 'line 1: unknown field "x"'],
    ['a misspelt field in an else if', '{{#if open}}{{else if opn}}{{/if}}', 'line 1: unknown field "opn"'],
    ['a field of the outer scope', '{{#each items}}{{title}}{{/each}}', 'unknown field "title"'],
    ['one level too many', '{{../title}}', 'unknown field "../title"'],
    ['a prototype', '{{constructor}}', 'unknown field "constructor"'],
    ['a deep prototype', '{{unit.__proto__.x}}', 'unknown field'],
    ['a loop variable outside a loop', '{{@index}}', 'unknown field "@index"'],
    ['the root', '{{#each items}}{{@root.title}}{{/each}}', 'unknown field "@root.title"'],
    ['an unknown helper', '{{shout title}}', 'unknown helper "shout"'],
    ['an unknown block', '{{#repeat items}}{{/repeat}}', 'unknown helper "#repeat"'],
    ['a built-in helper that is not on offer', '{{lookup unit title}}', 'unknown helper "lookup"'],
    ['a helper inside a condition', '{{#if (lookup unit title)}}{{/if}}', 'takes one field'],
    ['a partial', '{{> other}}', 'partials are not available'],
    ['a decorator', '{{* other}}', 'decorators are not available'],
    ['a printed list', '{{items}}', '"items" is not text'],
    ['a printed flag', '{{open}}', '"open" is not text'],
    ['a loop over text', '{{#each title}}{{/each}}', '"title" is not a list'],
    ['a literal', '{{"title"}}', 'only fields can be printed'],
    ['named loop values', '{{#each items as |one|}}{{/each}}', 'takes one field'],
    ['a block left open', '{{#if open}}', 'Parse error on line 1'],
  ])('is refused for %s', (_, source, problem) => {
    expect(() => compile(source)).toThrow(SetupError);
    expect(() => compile(source)).toThrow(problem);
    expect(() => compile(source)).toThrow('month.hbs: ');
  });

  it('tells all mistakes at once', () => {
    expect(() => compile('{{a}}\n{{b}}')).toThrow(
      'month.hbs: line 1: unknown field "a"\nmonth.hbs: line 2: unknown field "b"',
    );
  });

  it('does not run text that looks like a template', () => {
    expect(compile('{{title}}')({ ...data, title: '{{constructor}}{{#each items}}' })).toBe(
      '{{constructor}}{{\\#each items}}',
    );
  });

  it('ends in an error when loops inside loops print without end', () => {
    const more = Array.from({ length: 2000 }, () => 'x');
    const items = Array.from({ length: 2000 }, () => ({ lead: '', more }));
    const bomb = '{{#each items}}{{#each more}}{{#each ../more}}{{this}}{{/each}}{{/each}}{{/each}}';
    expect(() => compile(bomb)({ ...data, items })).toThrow('prints too much');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../sandbox/page/client/markdown/parse-inline.ts';
import { type Block, parseMarkdown } from '../../../sandbox/page/client/markdown/parse-markdown.ts';
import { escapeMarkdown } from '../../../src/lark/escape-markdown.ts';

const text = (shown: string): Inline => ({ kind: 'text', text: shown });

describe('card Markdown', () => {
  it.each<{ name: string; typed: string; block: Block }>([
    { name: 'plain text', typed: '今天下午', block: { kind: 'line', inline: [text('今天下午')] } },
    {
      name: 'bold',
      typed: '**急**',
      block: { kind: 'line', inline: [{ kind: 'strong', children: [text('急')] }] },
    },
    {
      name: 'a mention',
      typed: '请 <at id=ou_1></at>',
      block: { kind: 'line', inline: [text('请 '), { kind: 'people', ids: ['ou_1'], notifies: true }] },
    },
    {
      name: 'a colour',
      typed: "<font color='red'>晚</font>",
      block: { kind: 'line', inline: [{ kind: 'font', color: 'red', children: [text('晚')] }] },
    },
    {
      name: 'a link',
      typed: '[网站](https://example.com)',
      block: {
        kind: 'line',
        inline: [{ kind: 'link', href: 'https://example.com', children: [text('网站')] }],
      },
    },
    { name: 'a heading', typed: '## 小结', block: { kind: 'heading', level: 2, inline: [text('小结')] } },
    { name: 'an item', typed: '2. 第二', block: { kind: 'item', mark: '2.', inline: [text('第二')] } },
    { name: 'a quote', typed: '> 原话', block: { kind: 'quote', inline: [text('原话')] } },
    { name: 'a rule', typed: '---', block: { kind: 'rule' } },
    { name: 'code', typed: '```\na < b\n```', block: { kind: 'code', text: 'a < b' } },
    {
      name: 'a table',
      typed: '| 部门 | 条数 |\n| --- | --- |\n| 甲 | 1 |',
      block: {
        kind: 'table',
        rows: [
          [[text('部门')], [text('条数')]],
          [[text('甲')], [text('1')]],
        ],
      },
    },
    {
      name: 'a tag it does not know',
      typed: '<marquee>x',
      block: { kind: 'line', inline: [text('<marquee>x')] },
    },
  ])('knows $name', ({ typed, block }) => {
    expect(parseMarkdown(typed)).toEqual([block]);
  });

  it('shows what the bot has escaped as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
        const escaped = escapeMarkdown(typed);
        const shown = parseMarkdown(escaped).map((block) => ('inline' in block ? plain(block.inline) : '?'));
        expect(shown.join('\n')).toBe(typed === '' ? '' : decoded(escaped));
      }),
    );
  });
});

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : `?${inline.kind}?`)).join('');
}

/** The escaped text's own characters: entities by number, the rest as it stands. */
function decoded(escaped: string): string {
  return escaped.replace(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
}

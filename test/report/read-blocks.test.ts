import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';

describe('Markdown to blocks', () => {
  it('knows the kinds a report uses', () => {
    const kinds = readBlocks(
      '# 题\n\n## 一、\n\n### （一）\n\n#### 1.\n\n正文\n\n---\n\n::: annex\n附件1\n:::\n\n::: sign\n单位\n\n日期\n:::',
    ).map((block) => block.kind);
    expect(kinds).toEqual(['title', 'h1', 'h2', 'h3', 'p', 'page-break', 'annex', 'sign', 'sign']);
  });

  it('makes bold whatever stands next to it', () => {
    expect(readBlocks('**一是？**2026 a**b.**c')).toEqual([
      {
        kind: 'p',
        runs: [{ text: '一是？', bold: true }, { text: '2026 a' }, { text: 'b.', bold: true }, { text: 'c' }],
      },
    ]);
  });

  it('sets headings that run on into their text apart, by level', () => {
    expect(readBlocks('***一、题。***\n文\n\n*（一）题。*\n**一是点。**文')).toEqual([
      { kind: 'p', runs: [{ text: '一、题。', heading: 'h1' }, { text: '文' }] },
      {
        kind: 'p',
        runs: [{ text: '（一）题。', heading: 'h2' }, { text: '一是点。', bold: true }, { text: '文' }],
      },
    ]);
  });

  it('links to the web only', () => {
    expect(readBlocks('[报](<https://a.b/c d>)')[0]).toMatchObject({
      runs: [{ text: '报', link: 'https://a.b/c%20d' }],
    });
    expect(readBlocks('[报](javascript:alert(1))')[0]).toEqual({
      kind: 'p',
      runs: [{ text: '[报](javascript:alert(1))' }],
    });
  });

  it('reads tables with their alignment', () => {
    const [table] = readBlocks('| a | b | c |\n| :-: | --- | --: |\n| 1 | **2** | |\n');
    expect(table).toEqual({
      kind: 'table',
      aligns: ['center', 'left', 'right'],
      rows: [
        [[{ text: 'a' }], [{ text: 'b' }], [{ text: 'c' }]],
        [[{ text: '1' }], [{ text: '2', bold: true }], []],
      ],
    });
  });

  it('takes HTML, code, lists, quotes and images for text', () => {
    const texts = ['<b>x</b>', '`x`', '- x', '1. x', '> x', '![x](http://a.b)', '    x'];
    for (const text of texts) {
      expect(readBlocks(text).map((block) => block.kind)).toEqual(['p']);
    }
  });

  it('joins lines of the source without a space and leaves out empty paragraphs', () => {
    expect(readBlocks('一\n二\n\n# \n')).toEqual([{ kind: 'p', runs: [{ text: '一' }, { text: '二' }] }]);
  });

  it('ends an open container at the end of the text', () => {
    expect(readBlocks('::: note\n注\n').map((block) => block.kind)).toEqual(['note']);
  });
});

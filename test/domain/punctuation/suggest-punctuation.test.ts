import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestPunctuation } from '../../../src/domain/punctuation/suggest-punctuation.ts';
import { applyEdits, cutText } from '../../../src/domain/punctuation/text-edit.ts';

const correct = (text: string) => applyEdits(text, suggestPunctuation(text));

describe('punctuation in Chinese text', () => {
  it.each([
    ['会议强调,要抓好落实.', '会议强调，要抓好落实。'],
    ['会议强调, 要抓好落实. 各科室参加', '会议强调，要抓好落实。各科室参加'],
    ['时间:10月9日;地点:三楼', '时间：10月9日；地点：三楼'],
    ['办好了吗?办好了!', '办好了吗？办好了！'],
    ['太好了!!', '太好了！！'],
    ['发放图册(120份),解答提问31个', '发放图册（120份），解答提问31个'],
    ['（第3期)和(第4期）', '（第3期）和（第4期）'],
    ['(A类)材料(附件(一))', '（A类）材料（附件（一））'],
    ['开展"读图会"和"Office"培训', '开展“读图会”和“Office”培训'],
    ["所谓'最后一公里'", '所谓‘最后一公里’'],
    ['他说:"请放心!"', '他说：“请放心！”'],
    ['规划先行--以图管地', '规划先行——以图管地'],
    ['还有很多...', '还有很多……'],
    ['还有很多......下次再说', '还有很多……下次再说'],
    ['采用ISO9001,并通过审核', '采用ISO9001，并通过审核'],
    ['"三农"工作.\n(二)下一步,抓落实', '“三农”工作。\n（二）下一步，抓落实'],
    ['详见www.qinghe.gov.cn,请转发', '详见www.qinghe.gov.cn，请转发'],
    ['见(http://a.cn/b)', '见（http://a.cn/b）'],
  ])('%j becomes %j', (text, expected) => {
    expect(correct(text)).toBe(expected);
  });

  it.each([
    '全文是全角标点，不用改。',
    '增长3.5%，共1,000人次，10:30开始，比分3:2',
    '1.开展宣讲',
    '一.加强学习',
    '1)开展宣讲',
    '登录http://www.qinghe.gov.cn/a.html?x=1,2;y=(3)查看',
    '发至xuanchuan@qinghe.gov.cn',
    '附件report.docx和报告.docx',
    '采用 "Plan, Do, Check" 方法'.replace(' 方法', ''),
    'Hello, world: (a) "b" -- c...',
    '型号HB-20(A)',
    '屏幕5"和6"',
    "it's在内",
    '缺一半"引号',
    '多一半)括号',
    '分隔线-----',
    '路径C:\\图件',
    '',
  ])('%j stays', (text) => {
    expect(suggestPunctuation(text)).toEqual([]);
  });

  it('says where', () => {
    expect(suggestPunctuation('甲\n乙, 丙.')).toEqual([
      { at: 3, from: ', ', to: '，' },
      { at: 6, from: '.', to: '。' },
    ]);
  });
});

const text = fc
  .array(
    fc.constantFrom(
      ...['汉', '字', '𠮷', '〇', '一', 'a', 'GIS', '3', '10', ' ', '  ', '\n', '\t', '，', '。', '（', '）'],
      ...['“', '”', '：', '…', '—', ',', '.', ':', ';', '?', '!', '(', ')', '"', "'", '-', '--', '...', '/'],
      ...['http://a.cn', 'www.b.cn', 'a@b.cn', '%', '、', '\\'],
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));
const CHANGING = /[\s,.:;?!()"'，。：；？！（）“”‘’…—-]/gu;

describe('suggestions', () => {
  it('are none any more once they are taken', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(suggestPunctuation(correct(written))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('change punctuation, and spaces beside it, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
        expect(correct(written).replace(CHANGING, '')).toBe(written.replace(CHANGING, ''));
        for (const { from, to } of suggestPunctuation(written)) {
          expect(from).toMatch(/^(?:[,.:;?!] *|[()"']|-{2,3}|\.{3,})$/);
          expect(to).toMatch(/^(?:[，。：；？！（）“”‘’]|——|……)$/u);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('cut a text into pieces that give it back', () => {
    fc.assert(
      fc.property(text, (written) => {
        const pieces = cutText(written, suggestPunctuation(written));
        expect(pieces.map((piece) => ('text' in piece ? piece.text : piece.from)).join('')).toBe(written);
        expect(pieces).not.toContainEqual({ text: '' });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['(', 'a', 'www.,', 'a.', '"', 'a@', ',', '-', ' '])(
    'take no longer for a very long line of %j',
    (piece) => {
      expect(correct(`汉${piece.repeat(200_000)}。`)).toContain('汉');
    },
  );

  it('leave figures and addresses alone wherever they stand', () => {
    const fixed = fc.constantFrom('3.5', '1,000', '10:30', 'http://a.cn/x,y;z', 'a.b@c.cn', '2026.10.9');
    fc.assert(
      fc.property(text, fixed, text, (before, one, after) => {
        expect(correct(`${before}汉${one}字${after}`)).toContain(`汉${one}字`);
      }),
    );
  });
});

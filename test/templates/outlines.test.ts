import { describe, expect, it } from 'vitest';
import { MONTH_VIEW_IDS, type MonthViewId } from '../../src/domain/report/month-views.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { plainText } from '../../src/report/markdown/block.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { makeDepartment, makeFacts, makeItem } from '../domain/report/make-facts.ts';

const renderer = createRenderer(await loadTemplates());

const SECTIONS = ['理论学习', '普法宣传', '主题活动', '基层服务', '信息公开'];

/** A month with five sections, two items in the first, and weeks that were missed and late. */
const facts = makeFacts({
  settings: {
    unitName: '青禾县自然资源局',
    sections: SECTIONS.map((name) => ({ name, keywords: [] })),
    defaultSection: '理论学习',
    placeholder: '××',
  },
  departments: [
    makeDepartment('office', '办公室', ['submitted', 'late']),
    makeDepartment('plan', '规划科', ['missing', 'nil']),
  ],
  items: ['理论学习', ...SECTIONS].map((section, index) =>
    makeItem({ id: `i${index}`, section, title: `开展第${index}次活动`, late: index === 1 }),
  ),
  nextMonth: ['全国消防日'],
});

/** One line for each heading, salutation, counted point, first or last paragraph: what an outline is made of. */
function outlineOf(form: MonthViewId): string[] {
  const blocks = readBlocks(renderer.renderMarkdown(form, facts));
  const end = blocks.findIndex((block) => ['annex', 'enclosures', 'sign'].includes(block.kind));
  const own = blocks.slice(0, end);
  return own.flatMap((block, index) => {
    if (!('runs' in block)) return [];
    const text = plainText(block.runs);
    if (block.kind !== 'p') return [`${block.kind} ${text}`];
    const marked = block.runs.flatMap((run, at) => {
      const runsOn = at < block.runs.length - 1 ? '' : ' alone';
      if (run.heading !== undefined) return [`${run.heading} in text ${run.text}${runsOn}`];
      return run.bold && /^[一二三四五六][是要]/.test(run.text) ? [`point ${run.text}`] : [];
    });
    if (marked.length > 0) return marked;
    const isTold =
      index === 1 || index === 2 || index === own.length - 1 || /^（|^(总之|一方面|另一方面)，/.test(text);
    return isTold ? [`p ${text}`] : [];
  });
}

const [SLOT, ASPECT] = ['【请宣传负责人补充：[^】]*】', '\\S{2,6}'];

/** The outlines of the five sample documents: numbering, where headings stand, and how a paper begins and ends. */
const OUTLINES: Readonly<Record<MonthViewId, readonly string[]>> = {
  'work-report': [
    'title 青禾县自然资源局2026年10月宣传工作情况报告',
    'p 2026年10月1日至31日，.*现将我局10月宣传工作情况汇报如下：',
    'h1 一、工作推进情况',
    `h2 （一）${ASPECT}方面`,
    'point 一是.*。',
    'point 二是.*。',
    // The only item of a section is not counted.
    ...['二', '三', '四', '五'].map((numeral) => `h2 （${numeral}）${ASPECT}方面`),
    'h1 二、存在问题',
    'p （一）.*需进一步.*。',
    'p （二）.*需进一步.*。',
    'h1 三、下一步工作打算',
    'h2 （一）.*。',
    'h2 （二）.*。',
  ],
  'work-article': [
    'title 青禾：.*，做好10月宣传工作',
    'p 2026年10月，青禾县自然资源局.*。',
    'h1 一、工作开展情况：',
    'h2 in text （一）抓好.*。',
    'point 一是.*',
    'point 二是.*',
    ...['二', '三', '四', '五'].map((numeral) => `h2 in text （${numeral}）抓好.*。`),
    'h1 二、今后努力方向',
    'point 一是.*',
    'point 二是.*',
    'point 三是.*',
    'point 四是.*',
  ],
  'debrief-speech': [
    'title .*',
    'salutation 尊敬的.+，同志们：',
    'p .*现将工作情况报告如下：',
    ...['一', '二', '三', '四', '五'].map((numeral) => `h1 in text ${numeral}、.*，.*。`),
    'p 总体上，.*下一步，.*。',
  ],
  'meeting-speech': [
    'title 在.*会议上的讲话',
    'salutation 同志们：',
    'p .*下面，我讲三点意见。',
    'h1 一、.*',
    ...['一', '二', '三', '四', '五'].map((numeral) => `point ${numeral}是${ASPECT}${SLOT}。`),
    'p 总之，.*。',
    'h1 二、.*',
    'p 一方面，.*。',
    'p 另一方面，.*',
    'h1 三、.*',
    'point 一要.*',
    'point 二是.*',
    'point 三是.*',
    'point 四是.*',
    'p 同志们，.*！',
  ],
  'exchange-talk': [
    'title \\S{11,19}',
    'p 近年来，青禾县自然资源局坚持以.*为指导，.*。',
    ...SECTIONS.map(() => `h1 in text [^一二三四五六（]\\S*，.*。`),
  ],
};

describe.each(MONTH_VIEW_IDS)('%s', (form) => {
  it('has the outline of its sample document', () => {
    const outline = outlineOf(form);
    const expected = OUTLINES[form];
    const different = expected
      .map((pattern, index) => [pattern, outline[index] ?? ''] as const)
      .filter(([pattern, line]) => !new RegExp(`^${pattern}$`).test(line));
    expect(different, outline.join('\n')).toEqual([]);
    expect(outline.slice(expected.length)).toEqual([]);
  });
});

describe('what a sample document does not have', () => {
  const textOf = (form: MonthViewId) => renderer.renderMarkdown(form, facts, 'final');

  it('neither is in the article, the speeches nor the talk', () => {
    expect(textOf('work-article')).not.toContain('存在问题');
    expect(textOf('debrief-speech')).not.toMatch(/[一二三四五六]是/);
    expect(textOf('meeting-speech')).not.toContain('（一）');
    expect(textOf('exchange-talk')).not.toMatch(/同志们|谢谢|[（(]?[一二三四五][）)]?、/);
  });

  it('is a full stop at the end of a section of the report', () => {
    expect(textOf('work-report').match(/^### （.）.*方面。$/gm)).toBeNull();
  });
});

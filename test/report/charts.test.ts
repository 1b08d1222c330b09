import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { MonthFacts } from '../../src/domain/report/facts.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { makeFacts, office } from '../domain/report/make-facts.ts';
import { checkXml } from './check-xml.ts';
import { openWordFile } from './open-word-file.ts';

const renderer = createRenderer(await loadTemplates());
const earlier = [
  { month: '2026-03', submitted: 12 },
  { month: '2026-09', submitted: 0 },
];

async function chartsOf(facts: MonthFacts) {
  const parts = openWordFile(await renderer.render('work-report', facts));
  return Object.entries(parts)
    .filter(([path]) => /^word\/charts\/chart\d+\.xml$/.test(path))
    .map(([, xml]) => ({ xml, ...readChart(xml) }));
}

function readChart(xml: string) {
  const within = (tag: string) => new RegExp(`<c:${tag}>.*?</c:${tag}>`, 's').exec(xml)?.[0] ?? '';
  const values = (part: string) => [...part.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => value);
  return {
    title: /<a:t>(.*?)<\/a:t>/.exec(xml)?.[1],
    labels: values(within('cat')),
    figures: values(within('val')),
  };
}

describe('the charts of a work report', () => {
  it('draw the figures of the table, in its order, and the year’s months', async () => {
    const charts = await chartsOf({ ...sampleFacts, earlier });
    expect(charts).toMatchObject([
      {
        title: '各部门报送信息条数',
        labels: ['办公室', '规划科', '城关自然资源所'],
        figures: ['2', '1', '1'],
      },
      { title: '本年各月报送信息条数', labels: ['3月', '9月', '10月'], figures: ['12', '0', '3'] },
    ]);
    expect(charts[0]?.xml).toContain('<c:barDir val="bar"/>');
    expect(charts[0]?.xml).toContain('<c:orientation val="maxMin"/>');
    expect(charts[1]?.xml).toContain('<c:barDir val="col"/>');
  });

  it('show no month alone, and nothing where there is nothing', async () => {
    expect((await chartsOf(sampleFacts)).map(({ title }) => title)).toEqual(['各部门报送信息条数']);
    expect(await chartsOf(makeFacts({ departments: [office] }))).toEqual([]);
  });

  it('name a Chinese font, and none of the theme', async () => {
    const [chart] = await chartsOf(sampleFacts);
    const fonts = new Set(chart?.xml.match(/<a:(?:latin|ea|cs) typeface="[^"]*"/g));
    expect([...fonts].sort()).toEqual(['a:cs', 'a:ea', 'a:latin'].map((name) => `<${name} typeface="宋体"`));
    expect(chart?.xml).not.toContain('en-US');
  });

  it('are well-formed, whatever departments are called', async () => {
    const [first = office] = sampleFacts.departments;
    const name = '<a:t>"&科]]>\u0000';
    const [chart] = await chartsOf({
      ...sampleFacts,
      departments: [{ ...first, name }, ...sampleFacts.departments.slice(1)],
    });
    expect(checkXml(chart?.xml ?? '')).toBe('');
    expect(chart?.labels[0]).toContain('&lt;a:t&gt;');
  });

  it('are the same bytes at another time', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await renderer.render('work-report', sampleFacts))
        .digest('hex');
    const first = await hash();
    vi.useFakeTimers({ toFake: ['Date'], now: 1_900_000_000_000 });
    expect(await hash()).toBe(first);
    vi.useRealTimers();
  });
});

describe('a chart in Markdown', () => {
  it('is a table to be drawn; a cell without a figure is not known', () => {
    const text =
      '前\n\n::: chart column 各月\n| 月 | 条数 |\n| --- | --- |\n| 1月 | 4 |\n| 2月 | ×× |\n:::\n\n后';
    expect(readBlocks(text)).toMatchObject([
      { kind: 'p' },
      {
        kind: 'chart',
        shape: 'column',
        title: '各月',
        series: '条数',
        points: [
          { label: '1月', value: 4 },
          { label: '2月', value: undefined },
        ],
      },
      { kind: 'p' },
    ]);
  });

  it('without an end ends with the text, and one of another shape is text', () => {
    expect(readBlocks('::: chart bar 甲\n| a | b |\n| --- | --- |').map(({ kind }) => kind)).toEqual([
      'chart',
    ]);
    expect(readBlocks('::: chart pie 甲').map(({ kind }) => kind)).toEqual(['p']);
  });
});

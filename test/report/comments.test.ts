import { beforeAll, describe, expect, it } from 'vitest';
import { MONTH_VIEW_IDS } from '../../src/domain/report/month-views.ts';
import { createRenderer, type ReportRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { findSources } from '../../src/report/word/find-sources.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { makeFacts, makeItem, office } from '../domain/report/make-facts.ts';
import { checkXml } from './check-xml.ts';
import { openWordFile, readComments } from './open-word-file.ts';

let renderer: ReportRenderer;

beforeAll(async () => {
  renderer = createRenderer(await loadTemplates());
});

const open = async (...order: Parameters<ReportRenderer['render']>) =>
  openWordFile(await renderer.render(...order));

describe.each(MONTH_VIEW_IDS)('the draft of a %s', (id) => {
  it('says beside each item’s words where they come from', async () => {
    const parts = await open(id, sampleFacts);
    expect(readComments(parts)).toEqual([
      {
        note: '202610-办公室-01（#1），办公室，2026年10月9日',
        words: expect.stringContaining('青年读书会交流规划图件的读法。10月9日，办公室在三楼会议室'),
      },
      {
        note: '202610-规划科-02（#2），规划科、城关自然资源所，2026年10月14日',
        words: expect.stringMatching(
          /村庄规划送到田间地头。10月14日，.*现场发放图册120份，解答群众提问31个。$/,
        ),
      },
      {
        note: '202610-办公室-03（#3），办公室，2026年10月21日',
        words: expect.stringMatching(/窗口延时办件服务开通。$/),
      },
    ]);
  });

  it('marks nothing else', async () => {
    for (const { words } of readComments(await open(id, sampleFacts))) {
      expect(words).not.toMatch(/本月共报送|请宣传负责人补充/);
    }
  });

  it('says so no more once it is final, or amended', async () => {
    for (const edition of ['final', { amends: sampleFacts }] as const) {
      const parts = await open(id, sampleFacts, edition);
      expect(Object.keys(parts)).not.toContain('word/comments.xml');
      expect(Object.values(parts).join('')).not.toContain('<w:comment');
    }
  });
});

describe('a comment', () => {
  it('is the bot’s, and dated by the report in the product’s zone', async () => {
    const comments = (await open('work-report', sampleFacts))['word/comments.xml'] ?? '';
    const heads = [...comments.matchAll(/<w:comment w:id="(\d)" (.*?)>/g)];
    expect(heads.map(([, id]) => id)).toEqual(['0', '1', '2']);
    expect(new Set(heads.map(([, , rest]) => rest))).toEqual(
      new Set(['w:author="宣传信息报送机器人" w:date="2026-10-30T18:00:00Z" w:initials="机"']),
    );
  });

  it('is declared, tied to the document and referred to once', async () => {
    const parts = await open('work-report', sampleFacts);
    expect(parts['[Content_Types].xml']?.match(/PartName="\/word\/comments\.xml"/g)).toHaveLength(1);
    expect(parts['word/_rels/document.xml.rels']?.match(/Target="comments\.xml"/g)).toHaveLength(1);
    const document = parts['word/document.xml'] ?? '';
    for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
      const ids = [...document.matchAll(new RegExp(`<w:${mark} w:id="(\\d+)"/>`, 'g'))];
      expect(ids.map(([, id]) => id)).toEqual(['0', '1', '2']);
    }
  });

  it('is left out where there would be thousands', async () => {
    const items = Array.from({ length: 2001 }, (_, index) =>
      makeItem({ id: String(index), number: `202610-办公室-${index + 1}`, body: '' }),
    );
    const parts = await open('work-report', makeFacts({ departments: [office], items }));
    expect(Object.keys(parts)).not.toContain('word/comments.xml');
    expect(parts['word/document.xml']).not.toContain('<w:comment');
  });

  it('prints hostile names as text', async () => {
    const name = '<w:t>&"\'\u0000\ufffe科]]>';
    const parts = await open(
      'work-report',
      makeFacts({ departments: [{ ...office, name }], items: [makeItem({ number: '202610-<&"\\]科-01' })] }),
    );
    expect(checkXml(parts['word/comments.xml'] ?? '')).toBe('');
    expect(readComments(parts)[0]?.note).toBe('202610-<&"\\]科-01（#1），<w:t>&"\'科]]>，2026年10月9日');
  });
});

describe('whose words a text is', () => {
  it('is told by a link to the item’s number, over paragraphs that follow one another', () => {
    const blocks = readBlocks(
      '前[**一是题。**文](<#a-1>)\n[又](<#b\\_2>)\n\n[续](<#b\\_2>)\n\n中\n\n[末](<#b\\_2>)',
    );
    const spans = findSources(blocks);
    expect(spans.map(({ source, first, last }) => [source, first.text, last.text])).toEqual([
      ['a-1', '一是题。', '文'],
      ['b_2', '又', '续'],
      ['b_2', '末', '末'],
    ]);
  });
});

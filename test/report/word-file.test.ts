import { beforeAll, describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import type { Block } from '../../src/report/markdown/block.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { layoutBlocks } from '../support/layout-blocks.ts';
import { checkXml } from './check-xml.ts';
import { openWordFile, readParagraphs, styleOf } from './open-word-file.ts';

let parts: Record<string, string> = {};
let document = '';
let styles = '';

beforeAll(async () => {
  const renderer = createRenderer(await loadTemplates());
  parts = openWordFile(await renderer.render('work-report', sampleFacts));
  document = parts['word/document.xml'] ?? '';
  styles = parts['word/styles.xml'] ?? '';
});

describe('page', () => {
  it('holds 22 lines of 28 characters', () => {
    const paragraph: Block = { kind: 'p', runs: [{ text: '汉'.repeat(26 + 28 * 49) }] };
    const { pages, stoppedAt } = layoutBlocks([paragraph]);
    expect(stoppedAt).toBeUndefined();
    const lines = pages.map((page) =>
      page.body.flatMap((block) => ('lines' in block ? block.lines.map((line) => line.text.length) : [])),
    );
    expect(lines.map((page) => page.length)).toEqual([22, 22, 6]);
    // The first line of a paragraph is indented by two characters.
    expect(lines.flat()).toEqual([26, ...Array.from({ length: 49 }, () => 28)]);
  });

  it('has the margins and the line grid of GB/T 9704', () => {
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toContain(
      '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1434" w:gutter="0"/>',
    );
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  it('numbers odd pages at the right and even pages at the left', () => {
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((path) => parts[path] ?? '');
    const byStyle = (style: string) => footers.find((xml) => xml.includes(`w:val="${style}"`)) ?? '';
    for (const style of ['FooterOdd', 'FooterEven']) {
      expect(byStyle(style)).toMatch(/— <\/w:t>.*PAGE.* —<\/w:t>/);
    }
    expect(styleOf(parts, 'FooterOdd')).toMatch(/w:rightChars="100" w:right="280"\/><w:jc w:val="right"/);
    expect(styleOf(parts, 'FooterEven')).toMatch(/w:leftChars="100" w:left="280"\/><w:jc w:val="left"/);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });
});

describe('styles', () => {
  it.each([
    [
      'Normal',
      ['w:eastAsia="仿宋_GB2312"', '<w:spacing w:val="-5"/>', '<w:sz w:val="32"/>', '<w:jc w:val="both"/>'],
    ],
    ['Normal', ['w:line="579" w:lineRule="exact"', '<w:widowControl w:val="0"/>', 'w:default="1"']],
    ['BodyText', ['w:firstLine="640" w:firstLineChars="200"']],
    ['Title', ['w:eastAsia="方正小标宋简体"', '<w:sz w:val="44"/>', '<w:jc w:val="center"/>']],
    ['Heading1', ['w:eastAsia="黑体"', '<w:outlineLvl w:val="0"/>', '<w:keepNext/><w:keepLines/>']],
    ['Heading2', ['w:eastAsia="楷体_GB2312"', '<w:outlineLvl w:val="1"/>', '<w:keepNext/><w:keepLines/>']],
    ['Heading3', ['w:eastAsia="仿宋_GB2312"', '<w:outlineLvl w:val="2"/>']],
    ['TableCell', ['<w:sz w:val="28"/>', 'w:line="400" w:lineRule="exact"', '<w:snapToGrid w:val="0"/>']],
    ['Signature', ['w:rightChars="200" w:right="640"', '<w:jc w:val="right"/>']],
  ])('%s is as the standard has it', (id, expected) => {
    for (const xml of expected) expect(styleOf(parts, id)).toContain(xml);
  });

  it('names no theme font and gives each font a stand-in', () => {
    expect(`${document}${styles}`).not.toMatch(/(?:ascii|hAnsi|eastAsia|cs)Theme/);
    for (const [name, standIn] of [
      ['仿宋_GB2312', '仿宋'],
      ['楷体_GB2312', '楷体'],
      ['方正小标宋简体', '宋体'],
    ]) {
      expect(parts['word/fontTable.xml']).toContain(`w:name="${name}"><w:altName w:val="${standIn}"/>`);
    }
  });

  it('settles what Word and WPS would each decide their own way', () => {
    const settings = parts['word/settings.xml'] ?? '';
    expect(settings).toContain('<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>');
    expect(settings).toContain('<w:balanceSingleByteDoubleByteWidth/>');
    expect(settings).toContain('<w:compatSetting w:val="15" w:name="compatibilityMode"');
  });

  it('hints the Chinese font on every run of text, so that “ ” and — are Chinese', () => {
    const runs = (document.match(/<w:r>.*?<\/w:r>/gs) ?? []).filter((run) => run.includes('<w:t'));
    expect(runs.length).toBeGreaterThan(100);
    expect(runs.filter((run) => !run.includes('<w:rFonts w:hint="eastAsia"/>'))).toEqual([]);
  });
});

describe('a heading that runs on into its text', () => {
  it('has the typeface of its level', async () => {
    const renderer = createRenderer(await loadTemplates());
    const runs = async (id: string) => {
      const xml = openWordFile(await renderer.render(id, sampleFacts))['word/document.xml'] ?? '';
      return xml.match(/<w:r>.*?<\/w:r>/gs) ?? [];
    };
    const find = async (id: string, text: string) => (await runs(id)).find((run) => run.includes(text));
    expect(await find('debrief-speech', '一、抓好')).toContain('w:eastAsia="黑体" w:hint="eastAsia"');
    expect(await find('work-article', '（一）抓好')).toContain('w:eastAsia="楷体_GB2312" w:hint="eastAsia"');
  });
});

describe('tables', () => {
  it('write out a grid as wide as the text', () => {
    const grids = document.match(/<w:tblGrid>.*?<\/w:tblGrid>/g) ?? [];
    expect(grids.length).toBe(4);
    for (const grid of grids) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
    }
    expect(document.match(/<w:tblLayout w:type="fixed"\/>/g)).toHaveLength(4);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(4);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(document.match(/<w:tr>/g)?.length ?? 0);
  });
});

describe('outline', () => {
  it('has the headings of a work report, in order', () => {
    const headings = readParagraphs(parts).filter(({ style }) => /^(Title|Heading|AnnexLabel)/.test(style));
    expect(headings.map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Title 青禾县自然资源局2026年10月宣传工作情况报告',
      'Heading1 一、工作推进情况',
      'Heading2 （一）理论学习方面',
      'Heading2 （二）业务工作方面',
      'Heading2 （三）基层服务方面',
      'Heading1 二、存在问题',
      'Heading1 三、下一步工作打算',
      'Heading2 （一）做好“全国消防日”宣传报送工作。',
      'Heading2 （二）【请宣传负责人补充：下月其他重点工作】。',
      'AnnexLabel 附件1',
      'Title 各部门信息报送情况统计表',
      'AnnexLabel 附件2',
      'Title 用稿目录',
      'AnnexLabel 附件3',
      'Title 零报告及免报情况',
      'AnnexLabel 附件4',
      'Title 保密审查汇总表',
      'AnnexLabel 附件5',
      'Title 待补清单',
    ]);
  });

  it('signs after the last paragraph and before the annexes', () => {
    const signature = readParagraphs(parts).filter(({ style }) => style === 'Signature');
    expect(signature.map(({ text }) => text)).toEqual(['青禾县自然资源局', '2026年10月30日']);
    expect(document.indexOf('"Signature"')).toBeLessThan(document.indexOf('"AnnexLabel"'));
  });

  it('has the columns of the statistics in order', () => {
    const cells = readParagraphs(parts).filter(({ style }) => style === 'TableCell');
    expect(cells.slice(0, 11).map(({ text }) => text)).toEqual([
      '序号',
      '部门',
      '应报周数',
      '已报周数',
      '报送条数',
      '其中补报',
      '零报告',
      '免报',
      '采用条数',
      '采用率',
      '上年同期',
    ]);
  });
});

describe('file', () => {
  it('is well-formed in every part', () => {
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    for (const [path, xml] of Object.entries(parts)) expect(`${path}: ${checkXml(xml)}`).toBe(`${path}: `);
  });

  it('is dated by the report, not by the machine', () => {
    expect(parts['docProps/core.xml']?.match(/2026-10-30T10:00:00\.000Z/g)).toHaveLength(2);
  });
});

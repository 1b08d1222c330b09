import { beforeAll, describe, expect, it } from 'vitest';
import { MONTH_VIEW_IDS } from '../../src/domain/report/month-views.ts';
import { createRenderer, type ReportRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { makeFacts, makeItem, office } from '../domain/report/make-facts.ts';
import { openWordFile, readMarkedText } from './open-word-file.ts';

let renderer: ReportRenderer;

beforeAll(async () => {
  renderer = createRenderer(await loadTemplates());
});

const facts = makeFacts({
  departments: [{ ...office, name: '办公室(综合),一' }],
  items: [
    makeItem({ title: '图件核对,有序推进', body: '10月9日, 办公室核对图件"两图"12幅.\n详见http://a.cn,b.' }),
  ],
});
const documentOf = async (...order: Parameters<ReportRenderer['render']>) =>
  openWordFile(await renderer.render(...order))['word/document.xml'] ?? '';

describe.each(MONTH_VIEW_IDS)('the draft of a %s', (id) => {
  it('suggests full-width punctuation in an item’s words, and keeps what was sent', async () => {
    const { before, after } = readMarkedText(await documentOf(id, facts));

    expect(before).toContain('图件核对,有序推进。');
    expect(before).toContain('10月9日, 办公室核对图件"两图"12幅.');
    expect(after).toContain('图件核对，有序推进。');
    expect(after).toContain('10月9日，办公室核对图件“两图”12幅。');
    expect(after).toContain('详见http://a.cn,b.');
  });

  it('suggests nothing in words that are not an item’s', async () => {
    const { before, after } = readMarkedText(await documentOf(id, facts));
    const names = (text: string) => text.split('办公室(综合),一').length;
    expect(names(after)).toBe(names(before));
  });

  it('prints in the final version what was sent', async () => {
    const document = await documentOf(id, facts, 'final');
    expect(document).not.toMatch(/<w:(?:ins|del) /);
    expect(readMarkedText(document).after).toContain('图件核对,有序推进。');
  });
});

describe('a suggested change', () => {
  it('is the bot’s, numbered and dated, in the looks of the text', async () => {
    const document = await documentOf('work-report', facts);
    const marks = [...document.matchAll(/<w:(ins|del) w:id="(\d+)" w:author="(.*?)" w:date="(.*?)">/g)];
    expect(marks.map(([, kind]) => kind).slice(0, 2)).toEqual(['del', 'ins']);
    expect(marks).toHaveLength(10);
    const ids = marks.map(([, , id]) => Number(id));
    expect(ids).toEqual(ids.map((_, index) => index + 1));
    expect(new Set(marks.map(([, , , author, date]) => `${author} ${date}`))).toEqual(
      new Set(['宣传信息报送机器人 2026-10-30T18:00:00Z']),
    );
    expect(document).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:rFonts w:hint="eastAsia"\/><w:b\/><w:bCs\/>/);
  });
});

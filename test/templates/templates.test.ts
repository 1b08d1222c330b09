import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCircularView } from '../../src/domain/circular/build-circular.ts';
import { buildMonthView, MONTH_VIEW_IDS } from '../../src/domain/report/month-views.ts';
import { buildView } from '../../src/report/build-view.ts';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { readBlocks } from '../../src/report/markdown/read-blocks.ts';
import { sampleFacts as circularFacts } from '../../src/templates/circular/sample.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';
import { anyFacts, makeFacts, makeItem } from '../domain/report/make-facts.ts';
import { layoutBlocks } from '../support/layout-blocks.ts';

const templates = await loadTemplates();
const renderer = createRenderer(templates);

/** Every path of a schema, with its description. */
function listFields(type: z.ZodType, path: string): [path: string, description: string | undefined][] {
  if (type instanceof z.ZodObject) {
    return Object.entries(type.shape).flatMap(([name, field]): [string, string | undefined][] =>
      field instanceof z.ZodType
        ? [[`${path}.${name}`, field.description], ...listFields(field, `${path}.${name}`)]
        : [],
    );
  }
  const element = type instanceof z.ZodArray ? type.element : undefined;
  return element instanceof z.ZodType ? listFields(element, `${path}[]`) : [];
}

describe.each([...templates.values()])('$id', ({ id, form, view, sampleFacts: facts }) => {
  it('describes every field', () => {
    const fields = listFields(view, 'view');
    expect(fields.length).toBeGreaterThan(15);
    expect(fields.filter(([, description]) => !description)).toEqual([]);
  });

  it('takes its sample as it is built', () => {
    const built = buildView(form, facts);
    expect(view.parse(built)).toEqual(built);
  });

  it('prints its sample like this', async () => {
    await expect(renderer.renderMarkdown(id, facts)).toMatchFileSnapshot(`golden/${id}.txt`);
  });

  it('keeps to 22 lines of 28 characters', () => {
    // Notes under tables are set smaller.
    const text = renderer.renderMarkdown(id, facts).replace(/^::: note\n[^:]*^:::$/gm, '');
    const { pages, stoppedAt } = layoutBlocks(readBlocks(text));
    expect(stoppedAt).toBeUndefined();
    expect(pages.length).toBeGreaterThan(1);
    for (const { body } of pages) {
      const lines = body.flatMap((block) => ('lines' in block ? block.lines.map(({ text }) => text) : []));
      expect(lines.length).toBeLessThanOrEqual(22);
      // Digits are narrower, and punctuation is pressed together.
      for (const line of lines) expect(line.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(28);
    }
  });
});

describe('a month without items', () => {
  it.each(MONTH_VIEW_IDS)('is told by %s', (form) => {
    const empty = buildMonthView(form, makeFacts());
    expect(templates.get(form)?.view.parse(empty)).toEqual(empty);
    expect(renderer.renderMarkdown(form, makeFacts())).toContain('本月各部门没有报送可列入的信息。');
  });
});

describe.each(MONTH_VIEW_IDS)('%s, whatever the month', (form) => {
  it('lists every mark that it prints, and none in a final version’s pages', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { toFill } = buildMonthView(form, facts).annexes;
        const listed = new Set(toFill.rows.map(({ what }) => what));
        const text = renderer.renderMarkdown(form, facts);
        for (const [, what = ''] of text.matchAll(/【请宣传负责人补充：(.*?)】/g)) {
          expect([...listed]).toContain(what);
        }
        if (text.includes('××')) expect(toFill.rows.some(({ what }) => /条|原因|名称/.test(what))).toBe(true);
        const final = renderer.renderMarkdown(form, facts, 'final');
        expect(final).not.toContain('待补清单');
        expect(final).not.toContain('来稿对照表');
        expect(final).not.toMatch(/【|请宣传负责人补充/);
      }),
      { numRuns: 30 },
    );
  });

  it('tells every item once, and says which', () => {
    const sections = ['理论学习', '业务工作', '理论学习', '不再有的栏目'];
    const items = sections.map((section, index) =>
      makeItem({ id: String(index), number: `202610-办公室-0${index}`, section, title: `标题${index}甲` }),
    );
    const final = renderer.renderMarkdown(form, makeFacts({ items }), 'final');
    const body = form === 'work-report' ? final.split('::: sign')[0] : final;
    for (const { title, number } of items) {
      expect(body?.split(title)).toHaveLength(2);
      expect(renderer.renderMarkdown(form, makeFacts({ items }))).toContain(number);
    }
  });

  it('has no half-width punctuation of its own', () => {
    const text = renderer.renderMarkdown(form, sampleFacts, 'final').replace(/^.*\|.*$/gm, '');
    expect(text.match(/[\p{Script=Han}][,;:!?()]|[,;:!?()][\p{Script=Han}]/gu)).toBeNull();
  });
});

describe('circular', () => {
  it('takes a span without anything in it', () => {
    const empty = buildCircularView({ ...circularFacts, departments: [], items: [] });
    expect(templates.get('circular')?.view.parse(empty)).toEqual(empty);
  });
});

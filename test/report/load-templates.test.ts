import { describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import type { OwnTemplate } from '../../src/report/template.ts';
import { makeFacts } from '../domain/report/make-facts.ts';

function own(changes: Partial<OwnTemplate> = {}): OwnTemplate {
  return {
    id: 'week-brief',
    name: '简讯',
    purpose: '一页纸',
    form: 'work-report',
    file: 'config/templates/week-brief/template.hbs',
    source: '# {{title}}\n',
    ...changes,
  };
}

describe('templates', () => {
  it('come with the program, each with a Chinese name, a line on what it is for and a hash', async () => {
    const templates = await loadTemplates();
    expect([...templates.values()].map(({ id, name }) => `${id} ${name}`)).toEqual([
      'work-report 工作报告',
      'work-article 工作动态',
      'debrief-speech 汇报发言',
      'meeting-speech 会议讲话',
      'exchange-talk 经验交流发言',
      'circular 情况通报',
      'secrecy-review 保密审查汇总表',
    ]);
    for (const { purpose, hash } of templates.values()) {
      expect(purpose).not.toBe('');
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(new Set([...templates.values()].map(({ hash }) => hash)).size).toBe(7);
  });

  it('refuse a month where a circular is told, and the other way round', async () => {
    const renderer = createRenderer(await loadTemplates());
    expect(() => renderer.renderMarkdown('circular', makeFacts())).toThrow('no facts for "circular"');
  });
});

describe('the operator’s own templates', () => {
  it('are filled with the form they name', async () => {
    const renderer = createRenderer(await loadTemplates([own({ form: 'work-article' })]));
    expect(renderer.renderMarkdown('week-brief', makeFacts())).toBe(
      '# 青禾：【请宣传负责人补充：两个三字短语】，做好10月宣传工作\n',
    );
  });

  it('take the place of the one of the same id, under another hash', async () => {
    const [before, after] = [await loadTemplates(), await loadTemplates([own({ id: 'work-report' })])];
    expect(createRenderer(after).renderMarkdown('work-report', makeFacts())).toBe(
      '# 青禾县自然资源局2026年10月宣传工作情况报告\n',
    );
    expect(after.get('work-report')?.hash).not.toBe(before.get('work-report')?.hash);
  });

  it('may have the draft’s lists at their end', async () => {
    const source = '# {{title}}\n\n{{> draft-annexes}}\n';
    const renderer = createRenderer(await loadTemplates([own({ form: 'exchange-talk', source })]));
    expect(renderer.renderMarkdown('week-brief', makeFacts())).toContain('# 待补清单');
  });

  it('are refused with file, line and field, all at once', async () => {
    const source = '# {{title}}\n{{#each blocks}}\n{{heding}}\n{{/each}}';
    const loading = loadTemplates([own({ source }), own({ id: 'b', file: 'b.hbs', source: '{{titel}}' })]);
    await expect(loading).rejects.toThrow(
      'config/templates/week-brief/template.hbs: line 3: unknown field "heding"',
    );
    await expect(loading).rejects.toThrow('b.hbs: line 1: unknown field "titel"');
  });

  it('do not take the circular’s place, which tells no month', async () => {
    await expect(loadTemplates([own({ id: 'circular' })])).rejects.toThrow('name its folder otherwise');
  });
});

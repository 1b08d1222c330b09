import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRenderer } from '../../src/report/create-renderer.ts';
import { loadTemplates } from '../../src/report/load-templates.ts';
import { makeFacts } from '../domain/report/make-facts.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('templates', () => {
  it('come with the program, each with a Chinese name', async () => {
    const templates = await loadTemplates();
    expect([...templates.values()].map(({ id, name }) => [id, name])).toContainEqual([
      'work-report',
      '工作报告',
    ]);
  });

  it('can be overridden by the operator', async () => {
    writeFileSync(join(folder, 'work-report.hbs'), '# {{title}}\n');
    const renderer = createRenderer(await loadTemplates(folder));
    expect(renderer.renderMarkdown('work-report', makeFacts())).toBe(
      '# 青禾县自然资源局2026年10月宣传工作情况报告\n',
    );
  });

  it('work with a folder of overrides that is not there or has none', async () => {
    await expect(loadTemplates(join(folder, 'absent'))).resolves.toHaveProperty('size');
    await expect(loadTemplates(folder)).resolves.toHaveProperty('size');
  });

  it('are refused with file, line and field', async () => {
    writeFileSync(join(folder, 'work-report.hbs'), '# {{title}}\n{{#each blocks}}\n{{heding}}\n{{/each}}');
    await expect(loadTemplates(folder)).rejects.toThrow(
      `${join(folder, 'work-report.hbs')}: line 3: unknown field "heding"`,
    );
  });

  it('are refused when an override has no template to override', async () => {
    writeFileSync(join(folder, 'work-raport.hbs'), '');
    await expect(loadTemplates(folder)).rejects.toThrow('no such template; known: ');
  });
});

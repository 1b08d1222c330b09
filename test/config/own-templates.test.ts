import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOwnTemplates } from '../../config/own-templates.ts';
import { MONTH_VIEW_IDS } from '../../src/domain/report/month-views.ts';
import { createBlobs } from '../../src/files/create-blobs.ts';
import { createThreadRenderer } from '../../src/main/create-thread-renderer.ts';
import { listTemplates } from '../../src/main/list-templates.ts';
import { readSettings } from '../../src/main/read-settings.ts';
import { makeTestFolder } from '../support/open-test-store.ts';
import { readDocx } from '../support/read-docx.ts';

const BRIEF = 'view: work-report\nname: 简讯\ndescription: 只列标题\n';

/** A settings file with these files in the folder of templates beside it. */
function layOut(files: Readonly<Record<string, string>>): { settings: string; root: string } {
  const folder = makeTestFolder();
  const root = join(folder, 'templates');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { settings: join(folder, 'bot.yaml'), root };
}

const load = (settings: string) => loadOwnTemplates(settings, MONTH_VIEW_IDS);

describe('templates of the operator', () => {
  it('are none without a folder', () => {
    expect(load(layOut({}).settings)).toEqual([]);
  });

  it('are listed after those of the program, and rendered', async () => {
    const { settings } = layOut({
      'week-brief/template.yaml': BRIEF,
      'week-brief/template.hbs': '# {{title}}\n\n{{#each blocks}}\n{{heading}}\n\n{{/each}}\n',
      'README.md': 'not a template',
    });
    const own = load(settings);
    const [last] = (await listTemplates(own)).slice(-1);
    expect(last).toMatchObject({ id: 'week-brief', name: '简讯', purpose: '只列标题', form: 'work-report' });
    const text = await readDocx(
      await createThreadRenderer(own, createBlobs('data/blobs').get).renderSample('week-brief'),
    );
    expect(text).toContain('理论学习方面');
  });

  it('may be what a new group starts with', () => {
    const { settings } = layOut({
      'week-brief/template.yaml': BRIEF,
      'week-brief/template.hbs': '# {{title}}',
    });
    const text = `unitName: 青禾县局
sections: [{ name: 综合 }]
defaultSection: 综合
reviewLevels: 1
reminders: { groupRound: '10:00', privateRound: '15:30', dueTime: '18:00', graceMinutes: 0 }
workingHours: { from: '08:30', to: '17:30' }
lateWeeks: 2
placeholder: ××
template: week-brief
`;
    writeFileSync(settings, text);
    expect(readSettings(settings, load(settings)).defaults.template).toBe('week-brief');
    expect(() => readSettings(settings, [])).toThrow(
      'there is no template "week-brief"; set it to work-report',
    );
    writeFileSync(settings, text.replace('week-brief', 'circular'));
    expect(() => readSettings(settings, [])).toThrow('there is no template "circular"');
  });

  it('are refused with file, line and what to do, every mistake at once', () => {
    const { settings, root } = layOut({
      'a-brief/template.yaml': 'view: work-raport\nname: 简讯\ndescripton: 短\n',
      'a-brief/template.hbs': '',
      'Own Brief/template.yaml': BRIEF,
    });
    const run = () => load(settings);
    expect(run).toThrow(
      `${root}/a-brief/template.yaml:1 view: found "work-raport"; write one of work-report,`,
    );
    expect(run).toThrow(
      `${root}/a-brief/template.yaml:3 descripton: this key is not known; did you mean description?`,
    );
    expect(run).toThrow(`${root}/Own Brief: is no name for a template`);
    expect(run).toThrow(`${root}/Own Brief/template.hbs: is missing`);
  });

  it('end the start when they name a field that is not there', async () => {
    const { settings, root } = layOut({
      'week-brief/template.yaml': BRIEF,
      'week-brief/template.hbs': '# {{title}}\n\n{{headline}}\n',
    });
    await expect(listTemplates(load(settings))).rejects.toThrow(
      `${root}/week-brief/template.hbs: line 3: unknown field "headline"`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { COLUMN_WORDS, HIDDEN_COLUMNS } from '../../../src/bot/people/column-words.ts';
import { heldTables } from '../../../src/bot/people/held-tables.ts';
import { HELD_WORDS } from '../../../src/bot/people/held-words.ts';
import { LOCALES } from '../../../src/kernel/text/texts.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { openDesk } from '../../support/open-desk.ts';
import { GROUP, openTestStore } from '../../support/open-test-store.ts';

const PERSONAL = /^(person_id|actor_id|author_id|\w+_by)$/;
/** Columns that are made of whole months or groups, and left out of what is handed out. */
const BROAD = ['settings', 'facts', 'findings'];

describe('what is held about a person', () => {
  it.each(LOCALES)('has a heading for every column of every table that names people (%s)', async (locale) => {
    const { url } = await openTestStore();
    const database = openDatabase(url, { exclusive: false });
    const tables = await database.db.introspection.getTables();
    await database.close();
    const personal = tables.filter(({ columns }) => columns.some(({ name }) => PERSONAL.test(name)));
    const bare = personal.flatMap(({ name: table, columns }) =>
      columns
        .map(({ name }) => name)
        .filter((name) => !HIDDEN_COLUMNS.has(name) && !BROAD.includes(name))
        .filter((name) => COLUMN_WORDS[locale].columns[name] === undefined)
        .map((name) => `${table}.${name}`),
    );
    expect(personal.length).toBeGreaterThan(15);
    expect(bare).toEqual([]);
    const { kinds } = HELD_WORDS[locale];
    expect(personal.map(({ name }) => name).filter((name) => kinds[name] === undefined)).toEqual([]);
  });

  it('reads like a table: names for ids, words for codes, times of the day', async () => {
    const desk = await openDesk();
    await desk.seat('张三', { department: '规划科', roles: ['lead'] });
    await desk.say('张三', '/报送 开展巡查｜11月16日，县局开展巡查。');
    await desk.say('张三', '/保密 #1 不宜公开 涉密');
    const person = { id: desk.idOf('张三'), name: '张三' };

    const tables = await heldTables(desk.repos, { groupId: GROUP, person, locale: 'zh-CN' });

    const sheet = (name: string) => tables.find((table) => table.name === name)?.rows ?? [];
    expect(tables[0]?.rows).toContainEqual(['信息的处理记录', 2]);
    const [heads = [], item = []] = sheet('报送的信息');
    const cell = (head: string) => item[heads.indexOf(head)];
    expect([cell('编号'), cell('部门'), cell('报送人'), cell('报送时间')]).toEqual([
      '202611-规划科-01',
      '规划科',
      '张三',
      '2026-11-16 09:00',
    ]);
    expect([cell('补报'), cell('保密审查'), cell('状态')]).toEqual(['否', '不宜公开', '待审']);
    expect(sheet('信息的处理记录').at(-1)).toContain('《开展巡查》11月16日，县局开展巡查。');
    expect(sheet('操作记录').at(-1)).toEqual([
      '2026-11-16 09:00',
      '张三',
      '保密审查',
      '202611-规划科-01 不宜公开',
    ]);
    const shown = JSON.stringify(tables);
    expect(shown).not.toMatch(/ou_|submitted|_at|_by|"closed"/);
  });
});

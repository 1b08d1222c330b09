import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { botVariables } from '../../sandbox/bot-variables.ts';
import { standProgram } from '../support/stand-program.ts';

const stand = standProgram();
const { here, there } = stand;

describe('admin', () => {
  it('lists groups and people, and recovers a lost admin while the bot runs', async () => {
    const [lead, admin] = [stand.office.person('李负责'), stand.office.person('陈管理')];
    const groups = await here('admin', 'groups');
    expect(groups.out).toBe(`${stand.office.chat}  青禾县局宣传工作群  admins: 陈管理 (${admin})\n`);
    expect((await here('admin', 'people', '--group', stand.office.chat)).out).toContain(
      `${lead}  李负责  lead\n`,
    );

    const grant = ['admin', 'grant', '--group', stand.office.chat, '--person', lead] as const;
    expect((await here(...grant)).out).toContain('李负责');
    expect((await here(...grant)).out).toContain('was already');

    expect(await stand.office.ask('李负责', '/部门 新增 办公室')).toContain('办公室');
    const db = new Database(join(stand.office.folder, 'bot.db'));
    const audited = db.prepare(`select action, detail from audit where actor_id = 'operator'`).all();
    db.close();
    expect(audited).toMatchObject([
      { action: 'role.grant', detail: JSON.stringify({ role: 'admin', people: [lead] }) },
    ]);
  });

  const wrong: readonly { name: string; args: readonly string[]; says: string }[] = [
    { name: 'no action', args: [], says: 'usage: admin groups' },
    { name: 'nobody', args: ['anonymize', '--person', 'ou_1'], says: 'is not known here' },
    { name: 'an unknown action', args: ['revoke'], says: 'usage: admin groups' },
    { name: 'an unknown option', args: ['groups', '--all'], says: '--all' },
    { name: 'no group', args: ['grant'], says: '--group: missing' },
    { name: 'no person', args: ['grant', '--group', 'GROUP'], says: '--person: missing' },
    { name: 'an id of another kind', args: ['people', '--group', 'ou_1'], says: 'not the id of a chat' },
    { name: 'a path as id', args: ['people', '--group', 'oc_../x'], says: 'not the id of a chat' },
    { name: 'an unknown group', args: ['people', '--group', 'oc_1'], says: 'admin groups' },
    {
      name: 'a stranger',
      args: ['grant', '--group', 'GROUP', '--person', 'ou_1'],
      says: 'not known as a member',
    },
  ];
  it.each(wrong)('explains $name and exits 2', async ({ args, says }) => {
    const run = await here('admin', ...args.map((arg) => (arg === 'GROUP' ? stand.office.chat : arg)));
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(says);
  });

  it('does not make a database where there is none', async () => {
    expect((await there('admin', 'groups')).err).toContain('there is no database yet');
    expect(existsSync(join(stand.elsewhere, 'data'))).toBe(false);
  });
});

describe('export', () => {
  it('writes all that a group has, for its owner alone, while the bot runs', async () => {
    await stand.office.ask('规划科通讯员', '/报送 第77次耕地巡查｜11月16日，我局在城西片区开展第77次巡查。');
    await stand.office.ask('李负责', '/汇总 2026-11');
    await stand.office.settled();
    const out = join(stand.elsewhere, 'group');

    const run = await here('export', '--group', stand.office.chat, '--out', out);

    expect(run).toMatchObject({ code: 0, err: '' });
    const rows = JSON.parse(readFileSync(join(out, 'group.json'), 'utf8'));
    expect(rows.items.map(({ title }: { title: string }) => title)).toContain('第77次耕地巡查');
    expect(rows.people.map(({ name }: { name: string }) => name)).toContain('李负责');
    expect(rows.item_revisions.length).toBeGreaterThan(0);
    expect(Object.keys(rows)).not.toContain('inbox');
    expect(readFileSync(join(out, 'items.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const [report = ''] = readdirSync(join(out, 'reports'));
    expect(report).toMatch(/^report-2026-11-v1-work-report\.docx$/);
    expect(statSync(join(out, 'group.json')).mode & 0o077).toBe(0);
    expect(await here('export', '--group', stand.office.chat, '--out', out)).toMatchObject({
      code: 2,
      out: '',
    });
  });

  it.each([
    ['no group', [], '--group'],
    ['an id of another kind', ['--group', 'ou_1', '--out', 'x'], '--group'],
    ['no folder', ['--group', 'oc_1'], '--out'],
    ['an unknown group', ['--group', 'oc_1', '--out', '/tmp/no-such-export'], 'admin groups'],
    ['an unknown option', ['--everything'], '--everything'],
  ])('explains %s and exits 2', async (_name, args, says) => {
    const run = await here('export', ...args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(says);
  });
});

describe('doctor', () => {
  it('ends with 0 in order and with 1 otherwise, for people and for programs', async () => {
    const sound = {
      ...botVariables(stand.office.sandbox),
      DATA_DIR: stand.office.folder,
      PORT: new URL(stand.office.url).port,
    };
    const table = await stand.program.run(['doctor'], sound);
    expect(table).toMatchObject({ code: 0, err: '' });
    expect(table.out).toMatch(/^ok {4}settings: cli_/);
    expect(table.out).toMatch(/\n\d+ ok, \d warn, 0 FAIL\n$/);

    const spoilt = await stand.program.run(['doctor', '--json'], { ...sound, LARK_APP_SECRET: 'wrong' });
    expect(spoilt).toMatchObject({ code: 1, err: '' });
    const { ok, checks } = JSON.parse(spoilt.out);
    expect(ok).toBe(false);
    expect(checks).toContainEqual(expect.objectContaining({ level: 'FAIL', what: 'app and bot' }));

    expect(await stand.program.run(['doctor', '--fix'], sound)).toMatchObject({ code: 2, out: '' });
  });
});

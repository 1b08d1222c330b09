import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeScript } from '../../sandbox/demo/write-script.ts';
import { createWorkCalendar } from '../../src/domain/calendar/work-calendar.ts';
import { readDocx } from '../support/read-docx.ts';

/** The built program, as an operator runs it: `npm test` builds before it tests. */
const PROGRAM = 'dist/src/main.js';
const RUN_MS = 120_000;

const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [PROGRAM, 'demo', '--headless', ...args], { timeout: RUN_MS });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a month without a screen', () => {
  let stdout: string;
  let report: string;
  let transcript: string;

  beforeAll(async () => {
    ({ stdout } = await run('--month', '2026-10', '--out', folder));
    report = await readDocx(readFileSync(join(folder, 'report.docx')));
    transcript = readFileSync(join(folder, 'transcript.md'), 'utf8');
  }, RUN_MS);

  it('says what came of it', () => {
    expect(stdout).toMatch(/^2026-10: \d+ items, \d+ receipts, \d+ reminders, 2 versions of the report/);
  });

  it('prints every item of the month in the report, and no other', () => {
    const calendar = createWorkCalendar();
    const { acts } = writeScript('2026-10', (date) => calendar.isWorkday(date));
    const items = acts.flatMap((act) => (act.kind === 'say' && act.item !== undefined ? [act.item] : []));
    const wrong = items.filter(({ title, body, inReport }) => {
      const sentence = `${title}。${body}`;
      return report.includes(sentence) !== inReport;
    });
    expect(wrong).toEqual([]);
  });

  it('reminds once on 30 September, and the card ends with those who never answered', () => {
    const [, day = ''] = /\n## 2026-09-30\n([\s\S]*?)\n## /.exec(transcript) ?? [];
    const cards = day.split(/\n(?=\*\*)/).filter((message) => message.includes('个部门未报'));
    expect(cards).toHaveLength(1);
    const named = [...(cards[0] ?? '').matchAll(/> (\p{Script=Han}+：\p{Script=Han}{2,3}) /gu)].map(
      ([, name]) => name,
    );
    expect(named).toEqual(['测绘科：冯一诺', '执法大队：韩松林']);
  });

  it('leaves plain talk unanswered', () => {
    expect(transcript).toContain('食堂今天有饺子');
    expect(transcript).not.toContain('回复 邱小满）\n\n我只认命令');
  });
});

it(
  'loses nothing and doubles nothing when the bot is killed',
  async () => {
    const { stdout } = await run(
      '--month',
      '2026-10',
      '--out',
      join(folder, 'killed'),
      '--kills',
      '5',
      '--seed',
      '3',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      kills: 5,
      doubleReceipts: 0,
      missingReceipts: 0,
      numberGaps: 0,
      doubleReminders: 0,
      missingReminders: 0,
      reports: 2,
    });
  },
  RUN_MS,
);

it.each([
  ['a month that is none', ['--month', '2026-13'], /--month 2026-13/],
  ['an option that is none', ['--moth', '2026-10'], /--moth/],
])('refuses %s with exit code 2', async (_name, args, message) => {
  const failed = run(...args);
  await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
});

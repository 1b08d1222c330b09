import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSettings, loadSettingsFile, parseSettings } from '../../config/load.ts';
import type { GroupSettings } from '../../src/domain/group/settings.ts';
import { USUAL_RETENTION } from '../../src/domain/machine/retention.ts';
import { SetupError } from '../../src/kernel/errors.ts';

const shipped = readFileSync('config/bot.yaml', 'utf8');

/** The problems told for the shipped file with one passage replaced. */
function problemsAfter(passage: string | RegExp, replacement: string): readonly string[] {
  const text = shipped.replace(passage, replacement);
  expect(text).not.toBe(shipped);
  try {
    parseSettings('bot.yaml', text);
  } catch (error) {
    if (error instanceof SetupError) return error.problems;
    throw error;
  }
  return [];
}

/** The line, counted from 1, on which the shipped file says this. */
const lineOf = (passage: string) => shipped.slice(0, shipped.indexOf(passage)).split('\n').length;

describe('loadSettings', () => {
  it('reads the shipped file into what a new group starts with', () => {
    const settings: GroupSettings = loadSettings('config/bot.yaml');

    expect(settings).toMatchObject({
      unitName: '××局',
      defaultSection: '综合工作',
      reviewLevels: 1,
      reminders: { groupRound: '10:00', privateRound: '15:30', dueTime: '18:00', graceMinutes: 0 },
      workingHours: { from: '08:30', to: '17:30' },
      lateWeeks: 2,
      placeholder: '××',
      template: 'work-report',
    });
    expect(settings.sections.at(-1)).toEqual({ name: '综合工作', keywords: [] });
  });

  it('freezes what it returns, all the way down', () => {
    const settings = loadSettings('config/bot.yaml');

    expect(Object.isFrozen(settings.sections[0]?.keywords)).toBe(true);
    expect(Object.isFrozen(settings.reminders)).toBe(true);
  });

  it('says which variable to set when the file is not there', () => {
    expect(() => loadSettings('nowhere/bot.yaml')).toThrow(/nowhere\/bot\.yaml: cannot be read .*BOT_CONFIG/);
  });
});

it('loadSettingsFile says what is usual for keeping, also where the file says nothing', () => {
  expect(loadSettingsFile('config/bot.yaml').retention).toEqual(USUAL_RETENTION);
});

describe('parseSettings', () => {
  it.each<[string, string | RegExp, string, string, string]>([
    [
      'an unknown key',
      'lateWeeks: 2',
      'lateWeek: 2',
      'lateWeeks: 2',
      ' lateWeek: this key is not known; did you mean lateWeeks?',
    ],
    [
      'an unknown inner key',
      "  dueTime: '18:00'",
      "  duetime: '18:00'",
      "dueTime: '18:00'",
      ' reminders.duetime: this key is not known; did you mean dueTime?',
    ],
    [
      'a key of no meaning',
      'lateWeeks: 2',
      'zzzzzz: 1\nlateWeeks: 2',
      'lateWeeks: 2',
      ' zzzzzz: this key is not known; remove it',
    ],
    [
      'a time out of range',
      "'10:00'",
      "'25:00'",
      "groupRound: '",
      ' reminders.groupRound: found "25:00"; write a time as HH:MM',
    ],
    [
      'a number for a time',
      "'15:30'",
      '930',
      "privateRound: '",
      ' reminders.privateRound: found 930; write a time in quotes',
    ],
    [
      'a level out of range',
      'reviewLevels: 1',
      'reviewLevels: 4',
      'reviewLevels: 1',
      ' reviewLevels: found 4; write 0, 1, 2 or 3',
    ],
    [
      'part of a week',
      'lateWeeks: 2',
      'lateWeeks: 1.5',
      'lateWeeks: 2',
      ' lateWeeks: found 1.5; write a whole number from 0 to 12',
    ],
    [
      'an empty name',
      'unitName: ××局',
      "unitName: ' '",
      'unitName: ××局',
      ' unitName: found " "; write a text of 1 to 40 characters',
    ],
    [
      'a name of two lines',
      'unitName: ××局',
      'unitName: "a\\nb"',
      'unitName: ××局',
      ' unitName: found "a\\nb"; write a text of 1 to 40',
    ],
    [
      'a template path',
      'template: work-report',
      'template: ../x',
      'template: work-report',
      ' template: found "../x"; write the id',
    ],
    [
      'a section twice',
      'name: 队伍建设',
      'name: 理论学习',
      'name: 队伍建设',
      ' sections[6].name: found "理论学习"; is the name of an earlier',
    ],
    [
      'a keyword twice',
      '[培训,',
      '[党课,',
      '[培训,',
      ' sections[6].keywords[0]: found "党课"; is a keyword of 理论学习',
    ],
    [
      'an unknown default section',
      'defaultSection: 综合工作',
      'defaultSection: 其他',
      'defaultSection: 综合工作',
      ' defaultSection: found "其他"; must be one of',
    ],
    [
      'rounds out of order',
      "'10:00'",
      "'16:00'",
      "privateRound: '",
      ' reminders.privateRound: found "15:30"; must be after reminders.groupRound (16:00)',
    ],
    [
      'a round outside working hours',
      "from: '08:30'",
      "from: '11:00'",
      "groupRound: '",
      ' reminders.groupRound: found "10:00"; must lie within the working hours, 11:00 to 17:30',
    ],
    [
      'a due time before the last round',
      "'18:00'",
      "'15:00'",
      "dueTime: '",
      ' reminders.dueTime: found "15:00"; must be after',
    ],
    [
      'a grace beyond midnight',
      /18:00'.*\n.*graceMinutes: 0/,
      "23:30'\n  graceMinutes: 60",
      'graceMinutes: 0',
      ' reminders.graceMinutes',
    ],
    [
      'working hours that end first',
      "to: '17:30'",
      "to: '08:00'",
      "to: '17:30'",
      ' workingHours.to: found "08:00"; must be after',
    ],
  ])('refuses %s with its line and a remedy', (_, passage, replacement, where, message) => {
    const problems = problemsAfter(passage, replacement);

    expect(problems.join('\n')).toContain(`bot.yaml:${lineOf(where)}${message}`);
  });

  it('tells every mistake at once', () => {
    const problems = problemsAfter(/lateWeeks: 2[\s\S]*$/, 'lateWeeks: -1\nplaceholder: 5\n');

    expect(problems.map((problem) => problem.split(/[ :]/)[2])).toEqual([
      'lateWeeks',
      'placeholder',
      'template',
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['what is not YAML', 'unitName: [', /^bot\.yaml:\d+ is not valid YAML: /],
    ['a key written twice', 'unitName: a\nunitName: b', /^bot\.yaml:2 is not valid YAML: .*unique/],
    ['a text that reads as an alias', 'placeholder: **', /anchors and aliases|not valid YAML/],
    ['aliases', 'a: &a [1]\nb: *a', /anchors and aliases/],
    ['an empty file', '', /^bot\.yaml:1 \(whole file\): found null; write the settings/],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseSettings('bot.yaml', text)).toThrow(message);
  });
});

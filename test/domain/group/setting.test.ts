import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings as checkDefaults } from '../../../config/check-settings.ts';
import { groupDefaults } from '../../../config/schema.ts';
import { checkSettings } from '../../../src/domain/group/check-settings.ts';
import {
  changeSetting,
  readSetting,
  SETTING_NAMES,
  type SettingName,
} from '../../../src/domain/group/setting.ts';
import type { GroupSettings } from '../../../src/domain/group/settings.ts';
import { testSettings } from '../../support/open-test-store.ts';

const settings: GroupSettings = {
  ...testSettings(),
  sections: [
    { name: '理论学习', keywords: ['党课'] },
    { name: '综合工作', keywords: [] },
  ],
};

function write(name: SettingName, typed: string) {
  const changed = changeSetting(settings, name, typed);
  return changed.ok ? readSetting(changed.settings, name) : changed.problem;
}

describe('changeSetting', () => {
  it.each<[SettingName, string, unknown]>([
    ['unitName', ' 青禾县自然资源局 ', '青禾县自然资源局'],
    ['unitName', '字'.repeat(41), 'range'],
    ['unitName', '两\n行', 'range'],
    ['reviewLevels', '２级', 2],
    ['reviewLevels', '4', 'range'],
    ['reviewLevels', '一', 'range'],
    ['ownReview', '开', true],
    ['ownReview', 'OFF', false],
    ['ownReview', '也许', 'range'],
    ['sections', '综合工作、业务动态', ['综合工作', '业务动态']],
    ['sections', '综合工作，综合工作', 'section-twice'],
    ['sections', '业务动态', 'default-section'],
    ['sections', '无', 'range'],
    ['keywords', '综合：会议、调研', ['理论学习：党课', '综合工作：会议、调研']],
    ['keywords', '理论学习 无', ['理论学习：', '综合工作：']],
    ['keywords', '综合工作 党课', 'keyword-twice'],
    ['keywords', '没有的栏目：党课', 'range'],
    ['blocks', '思想建设：理论、综合工作', ['思想建设：理论学习、综合工作']],
    ['blocks', '加强学习，打牢基础：理论学习', ['加强学习，打牢基础：理论学习']],
    ['blocks', '无', []],
    ['blocks', '思想建设：没有的栏目', 'range'],
    ['blocks', '思想建设', 'range'],
    ['defaultSection', '理论', '理论学习'],
    ['defaultSection', '其他', 'default-section'],
    ['dutyWeekday', '周四', 4],
    ['dutyWeekday', '星期三', 3],
    ['dutyWeekday', '３', 3],
    ['dutyWeekday', 'Thu', 4],
    ['dutyWeekday', '周六', 'range'],
    ['dutyWeekday', '0', 'range'],
    ['dutyWeekday', '', 'range'],
    ['themeDays', '关', false],
    ['themeDays', '早点', 'range'],
    ['groupRound', '9：30', '09:30'],
    ['groupRound', '9:3', 'range'],
    ['groupRound', '24:00', 'range'],
    ['groupRound', '16:00', 'rounds-order'],
    ['groupRound', '08:00', 'round-outside-hours'],
    ['monthDraft', '9：45', '09:45'],
    ['quarterCircular', '关', false],
    ['commissions', 'off', false],
    ['commissions', '开', 'range'],
    ['privateRound', '17:45', 'round-outside-hours'],
    ['privateRound', '17:30', 'round-outside-hours'],
    ['privateRound', '17:29', '17:29'],
    ['dueTime', '15:00', 'due-order'],
    ['graceMinutes', '30 分钟', 30],
    ['graceMinutes', '301', 'range'],
    ['remindMode', '群内', 'group'],
    ['remindMode', '私信', 'dm'],
    ['remindMode', 'Both', 'both'],
    ['remindMode', '电话', 'range'],
    ['pause', '开', true],
    ['pause', '关', false],
    ['pause', '2026-12-01', '2026-12-01'],
    ['pause', '2026-13-01', 'range'],
    ['pause', '下周', 'range'],
    ['weekClosing', '16:30', '16:30'],
    ['weekClosing', '关', false],
    ['workingHours', '9:00－18：00', '09:00-18:00'],
    ['workingHours', '8:00 至 17:00', '08:00-17:00'],
    ['workingHours', '18:00-9:00', 'hours-order'],
    ['workingHours', '9:00', 'range'],
    ['lateWeeks', '4周', 4],
    ['lateWeeks', '-1', 'range'],
    ['placeholder', '**', '**'],
    ['placeholder', '', 'range'],
    ['secrecyWords', '内部资料、 涉密 内部资料', ['内部资料', '涉密']],
    ['secrecyWords', '清空', []],
  ])('%s = %j: %j', (name, typed, expected) => {
    expect(write(name, typed)).toEqual(expected);
  });

  it('keeps the keywords of the sections that stay', () => {
    const changed = changeSetting(settings, 'sections', '业务动态、理论学习、综合工作');

    expect(changed.ok && changed.settings.sections).toEqual([
      { name: '业务动态', keywords: [] },
      { name: '理论学习', keywords: ['党课'] },
      { name: '综合工作', keywords: [] },
    ]);
  });

  it('keeps the block of a section when its keywords change, and takes out what is no longer named', () => {
    const joined = changeSetting(settings, 'blocks', '思想建设：理论学习、综合工作');
    if (!joined.ok) throw new Error(joined.problem);
    const worded = changeSetting(joined.settings, 'keywords', '理论学习：党课');
    if (!worded.ok) throw new Error(worded.problem);
    const fewer = changeSetting(worded.settings, 'blocks', '思想建设：理论学习');

    expect(fewer.ok && fewer.settings.sections).toEqual([
      { name: '理论学习', keywords: ['党课'], block: '思想建设' },
      { name: '综合工作', keywords: [] },
    ]);
  });

  it('refuses a grace that reaches the next day', () => {
    const late = { ...settings, reminders: { ...settings.reminders, dueTime: '23:30' } };

    expect(changeSetting(late, 'graceMinutes', '30')).toEqual({
      ok: false,
      problem: 'grace-beyond-midnight',
    });
    expect(changeSetting(late, 'graceMinutes', '29').ok).toBe(true);
  });

  it('whatever is typed, gives settings that are right or a reason', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('1', '无', '9:00-17:00', '理论学习：x'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_NAMES), typed, (name, value) => {
        const changed = changeSetting(settings, name, value);
        if (changed.ok) expect(checkSettings(changed.settings).ok).toBe(true);
        else expect(changed.problem).not.toBe('');
      }),
    );
  });
});

describe('the rules of a group and of the settings file', () => {
  const reminders = (change: object) => ({ reminders: { ...settings.reminders, ...change } });

  it.each<[string, object]>([
    ['as it is', {}],
    ['a long unit', { unitName: '字'.repeat(41) }],
    ['a unit that just fits', { unitName: '字'.repeat(40) }],
    ['an empty placeholder', { placeholder: ' ' }],
    ['a long placeholder', { placeholder: '×'.repeat(9) }],
    ['level 4', { reviewLevels: 4 }],
    ['level 3', { reviewLevels: 3 }],
    ['no section', { sections: [] }],
    ['a section twice', { sections: [...settings.sections, ...settings.sections] }],
    ['a default that is no section', { defaultSection: '别的' }],
    [
      'a keyword twice',
      { sections: settings.sections.map((section) => ({ ...section, keywords: ['党课'] })) },
    ],
    [
      '21 sections',
      { sections: Array.from({ length: 21 }, (_, i) => ({ name: i ? `${i}` : '综合工作', keywords: [] })) },
    ],
    ['rounds out of order', reminders({ groupRound: '15:30' })],
    ['a due time too early', reminders({ dueTime: '15:30' })],
    ['a round too late', reminders({ privateRound: '17:31' })],
    ['no such time', reminders({ dueTime: '24:00' })],
    ['a grace too long', reminders({ graceMinutes: 301 })],
    ['a grace beyond midnight', reminders({ dueTime: '23:00', graceMinutes: 60 })],
    ['an unknown reminder', reminders({ noon: '12:00' })],
    ['hours that end first', { workingHours: { from: '18:00', to: '08:00' } }],
    ['hours that begin after the first round', { workingHours: { from: '10:01', to: '17:30' } }],
    ['13 weeks', { lateWeeks: 13 }],
    ['half a week', { lateWeeks: 0.5 }],
    ['a template path', { template: '../x' }],
    ['201 secrecy words', { secrecyWords: Array.from({ length: 201 }, (_, i) => `w${i}`) }],
    ['a secrecy word of two lines', { secrecyWords: ['a\nb'] }],
    ['an unknown key', { colour: 'red' }],
  ])('agree on %s', (_, change) => {
    const wanted = { ...settings, ...change };
    const parsed = groupDefaults.safeParse(wanted);
    const inFile = parsed.success && checkDefaults(parsed.data).length === 0;

    expect(checkSettings(wanted).ok).toBe(inFile);
  });
});

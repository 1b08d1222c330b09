import type { SettingIssue } from './read-yaml.ts';
import type { GroupDefaults } from './schema.ts';

/** Checks the rules that span several values: names used twice, and times out of order. */
export function checkSettings(settings: GroupDefaults): SettingIssue[] {
  return [...checkSections(settings), ...checkTimes(settings)];
}

function checkSections({ sections, defaultSection }: GroupDefaults): SettingIssue[] {
  const names = sections.map(({ name }) => name);
  const issues: SettingIssue[] = names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          {
            path: ['sections', index, 'name'],
            remedy: 'is the name of an earlier section too; name each once',
          },
        ]
      : [],
  );
  if (!names.includes(defaultSection)) {
    issues.push({ path: ['defaultSection'], remedy: `must be one of the sections: ${names.join(', ')}` });
  }
  return [...issues, ...checkKeywords(sections)];
}

/** A keyword in two sections could not decide between them. */
function checkKeywords(sections: GroupDefaults['sections']): SettingIssue[] {
  const owner = new Map<string, string>();
  const issues: SettingIssue[] = [];
  for (const [index, { name, keywords }] of sections.entries()) {
    for (const [place, keyword] of keywords.entries()) {
      const earlier = owner.get(keyword);
      const path = ['sections', index, 'keywords', place];
      if (earlier !== undefined)
        issues.push({ path, remedy: `is a keyword of ${earlier} already; keep one` });
      owner.set(keyword, earlier ?? name);
    }
  }
  return issues;
}

/** `HH:MM` texts sort as the times they mean. */
function checkTimes({ reminders, workingHours }: GroupDefaults): SettingIssue[] {
  const { groupRound, privateRound, dueTime, graceMinutes } = reminders;
  const { from, to } = workingHours;
  const rules: readonly (readonly [boolean, SettingIssue])[] = [
    [from < to, { path: ['workingHours', 'to'], remedy: `must be after workingHours.from (${from})` }],
    [
      groupRound < privateRound,
      { path: ['reminders', 'privateRound'], remedy: `must be after reminders.groupRound (${groupRound})` },
    ],
    [
      privateRound < dueTime,
      { path: ['reminders', 'dueTime'], remedy: `must be after reminders.privateRound (${privateRound})` },
    ],
    [
      from <= groupRound && groupRound <= to,
      { path: ['reminders', 'groupRound'], remedy: `must lie within the working hours, ${from} to ${to}` },
    ],
    [
      from <= privateRound && privateRound <= to,
      { path: ['reminders', 'privateRound'], remedy: `must lie within the working hours, ${from} to ${to}` },
    ],
    [
      minutesOf(dueTime) + graceMinutes < 24 * 60,
      { path: ['reminders', 'graceMinutes'], remedy: `must end before midnight, counted from ${dueTime}` },
    ],
  ];
  return rules.flatMap(([kept, issue]) => (kept ? [] : [issue]));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

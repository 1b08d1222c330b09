import type { zhCn } from './zh-cn.ts';

export const en = {
  errors: {
    'command.unknown': 'There is no command "{name}". {hint}',
    'command.role': '"{name}" needs the role {roles}. Please ask this group\'s admin.',
    'command.usage': '{reason}\nUsage: {usage}\nFor example: {example}',
    'command.group-only': 'Please use "{name}" in the work group.',
    'group.unknown':
      'You are in no group that uses this bot yet. Please ask an admin to add the bot to your group.',
    'department.none':
      'You have no department yet. Please ask an admin to send: /reporter set DEPARTMENT @you',
    'department.several':
      'Please name the department on a line of its own: department: NAME. Possible: {known}',
    'department.unknown': 'There is no department "{name}". Known: {known}',
    'department.taken': 'Department "{name}" exists already.',
    'date.impossible':
      'There is no date "{date}". Nothing was stored; please send it again with a real date.',
    'date.unknown': 'The date "{date}" is not clear. Nothing was stored; write it like 2026-11-18.',
    'period.unknown': '"{text}" is not clear. Write 2026-11 for a month or 2026-W47 for a week.',
    'item.empty': 'No title and no text. Send: /submit title|text',
    'item.unknown': 'Nothing found for "{ref}". Check the number, for example #12.',
    'item.state': '"{ref}" is {state} now, so this is not possible.',
    'item.not-yours': '"{ref}" was not sent by your department.',
    bug: 'Something went wrong and was recorded as {incident}. Please try again later, or tell an admin this number.',
  },
  roles: {
    member: 'member',
    correspondent: 'correspondent',
    editor: 'editor',
    lead: 'publicity lead',
    chief: 'chief',
    admin: 'admin',
  },
  answers: {
    submitted: 'submitted',
    late: 'late',
    nil: 'nil report',
    excused: 'excused',
    missing: 'missing',
  },
  states: {
    submitted: 'in review',
    approved: 'approved',
    returned: 'returned',
    withdrawn: 'withdrawn',
    merged: 'merged',
  },
  usage: {
    wrong: 'Missing or not right: ',
    extra: 'There is more than this command understands.',
    action: 'what to do',
  },
  unknown: {
    didYouMean: (name: string): string => `Did you mean ${name}?`,
    seeHelp: 'Send /help to see what you can use.',
  },
  hint: 'I only understand commands: send "submit title|text" to send an item in, or "help" to see them all.',
  chooseGroup: {
    title: 'Which group?',
    text: 'You are in several groups. Which one is this message about? You are asked once; /group changes it later.',
  },
  welcome: {
    title: 'The publicity bot has joined',
    intro:
      'It collects items every week, reminds only who is missing, and writes the month report. Three steps first:',
    steps: [
      'Departments: /dept add Planning Land',
      'People: /reporter set Planning @name, /role lead @name',
      'Check the roster and press Enable; no reminder goes out before that.',
    ],
    enable: 'Enable',
    note: 'Whoever added the bot is its admin. Send /help to see all commands.',
  },
  recall: {
    withdrawn: (number: string, title: string): string =>
      `You recalled the message, so ${number} "${title}" was withdrawn and no longer counts.`,
    askTitle: 'Message recalled. Withdraw the item too?',
    ask: (number: string, title: string): string => `${number} "${title}" already stands in a report.`,
    withdraw: 'Withdraw the item',
    keep: 'Keep the item',
  },
  click: {
    repeated: 'This click has been dealt with already.',
    outdated: 'This card is out of date. Please send the command again.',
    notHere: 'You are not in this group.',
    notAllowed: (roles: string): string => `Only ${roles} may do this.`,
  },
  reportFile: (unit: string, month: string, version: number): string =>
    `${unit} ${month} publicity report (version ${version}).docx`,
  reminder: {
    title: (count: number): string => `${count} departments are still missing this week`,
    previewTitle: (count: number): string => `Preview: ${count} departments would be named`,
    intro: (days: string, dutyDay: string, time: string): string => `Week ${days}, due ${dutyDay} ${time}.`,
    nobody: '(no correspondent)',
    how: 'Send /submit title|text, or /nil when there is nothing.',
    privately: (departments: string, days: string, time: string): string =>
      `Nothing from ${departments} for this week (${days}) yet. Send "submit title|text" or "nil" by ${time} today.`,
    gone: (people: string): string =>
      `These correspondents have left the group; please name others: ${people}.`,
  },
  dead: {
    card: (title: string): string => `The card "${title}"`,
    notice: 'An answer',
    report: 'The month report',
    title: 'A message could not be delivered',
    text: (what: string, why: string): string =>
      `${what} could not be delivered: ${why}. Check that the receiver is still in the group and the bot's rights.`,
  },
  none: '(none)',
  receipt: {
    title: (serial: number): string => `Received #${serial}`,
    titleLate: (serial: number): string => `Received #${serial} (late)`,
    number: 'Number',
    department: 'Department',
    itemTitle: 'Title',
    body: 'Text',
    section: 'Section',
    eventDate: 'Date of event',
    counts: 'Counts for',
    length: (characters: number): string => ` (${characters} characters in all, stored whole)`,
    sectionGuessed: (name: string): string => `${name} (chosen by the bot; write "栏目：…" to name one)`,
    sectionUnknown: (written: string, name: string): string => `${name} (there is no section "${written}")`,
    countsFor: (of) =>
      `${of.late ? 'late for' : 'week'} ${of.week} (${of.days}${of.dutyMonth === undefined ? ', nobody owes it' : `, owed in ${of.dutyMonth}`}); item in ${of.month}`,
    warnings: 'Please note (it is stored all the same)',
    'no-time': 'No time found',
    'no-place': 'No place found',
    'no-subject': 'No unit or person found',
    oldEvent: (days: number): string => `The event was ${days} days ago`,
    secrecyWords: (words: string): string => `On the secrecy list: ${words}. Please check`,
    placeholders: (found: string): string => `Placeholders left: ${found}`,
    duplicate: (ref: string, title: string): string => `Looks like ${ref} "${title}"`,
    nextReport: (month: string): string =>
      `Goes into the report of ${month}. To take it back, recall the message or send /withdraw`,
    nextReview: 'Waits for review; you will be told.',
  },
  list: (words: readonly string[]): string => words.join(', '),
} satisfies typeof zhCn;

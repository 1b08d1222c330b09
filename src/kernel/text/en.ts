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
    'department.unknown': 'There is no department "{name}". Known: {known}',
    'department.taken': 'Department "{name}" exists already.',
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
  dead: {
    title: 'A message could not be delivered',
    text: (what: string, why: string): string =>
      `${what} could not be delivered: ${why}. Check that the receiver is still in the group and the bot's rights.`,
  },
  list: (words: readonly string[]): string => words.join(', '),
} satisfies typeof zhCn;

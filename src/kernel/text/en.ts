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
  list: (words: readonly string[]): string => words.join(', '),
} satisfies typeof zhCn;

import type { zhCnErrors } from './zh-cn-errors.ts';

export const enErrors = {
  'command.unknown': 'There is no command "{name}". {hint}',
  'command.role': '"{name}" needs the role {roles}. Please ask this group\'s admin.',
  'command.usage': '{reason}\nUsage: {usage}\nFor example: {example}',
  'group.unknown':
    'You are in no group that uses this bot yet. Please ask an admin to add the bot to your group.',
  'group.archived':
    'The bot is no longer in "{group}". What the group has is archived; reminders and commands rest. Add the bot again to go on, or ask the server’s operator for an export.',
  'department.none':
    'You have no department yet. Send /join DEPARTMENT; once an admin agrees, you can send items in.',
  'department.several':
    'Please name the department on a line of its own: department: NAME. Possible: {known}',
  'department.unknown': 'There is no department "{name}". Known: {known}',
  'department.not-closed': 'No department "{name}" was closed. Closed ones: {known}',
  'department.taken': 'Department "{name}" exists already.',
  'date.impossible': 'There is no date "{date}". Nothing was stored; please send it again with a real date.',
  'date.unknown': 'The date "{date}" is not clear. Nothing was stored; write it like 2026-11-18.',
  'date.future': 'The date "{date}" is more than a month ahead. Nothing was stored; please check it.',
  'date.start':
    'A change cannot begin on "{date}": not before the first of last month, nor more than a year ahead. Write the year where it is another one.',
  'template.unknown': 'There is no template "{name}". There are: {known}. /template tells what each is for.',
  'period.unknown': '"{text}" is not clear. Write 2026-11 for a month or 2026-W47 for a week.',
  'item.empty': 'No title and no text. Send: /submit title|text',
  'nil.instead': 'If there is nothing to report, send: /nil',
  'nil.late': 'A nil report cannot be sent late; please ask the publicity lead.',
  'nil.week': 'A nil report counts for this week only, not for "{text}". Nothing was stored.',
  'item.too-many': 'One message may hold {most} items. Please send them in several; nothing was stored.',
  'document.ole':
    'This format (.doc, .wps or an encrypted file) cannot be read. Save it as .docx and send it again.',
  'document.damaged': 'The file cannot be opened. Save it as .docx and send it again.',
  'document.too-large': 'The file is too large (20 MB, 500,000 characters, 20,000 paragraphs). Split it.',
  'document.protected': 'Downloads are forbidden in this chat. Send: submit title|text',
  'document.gone': 'The file is not there any more. Please send it again.',
  'document.unavailable': 'The file could not be fetched; nothing was stored. Please send it again later.',
  'document.empty': 'There is no text in the file; nothing was stored. Send: submit title|text',
  'quoted.gone': 'That message was recalled or deleted. Send: /submit title|text',
  'quoted.refused': 'The bot cannot read that message. Copy it and send: /submit title|text',
  'quoted.unreadable': 'There is no text in that message. Send: /submit title|text',
  'quoted.taken': 'This message has been sent in already, as {ref}. To change it: /edit {ref}',
  'quoted.stranger': '{name} reports for no department. A lead may send: /for department title|text',
  'item.unknown': 'Nothing found for "{ref}". Check the number, for example #12.',
  'item.state': '"{ref}" is {state} now, so this is not possible.',
  'item.reviewed': '"{ref}" is {state} now: only the lead can withdraw it, please ask them.',
  'item.not-yours': '"{ref}" was not sent by your department.',
  'item.not-cleared':
    '"{ref}" is "{verdict}": it cannot be pitched or registered as printed. A reviewer clears it by /secrecy {ref} open',
  'item.changed': '"{ref}" has changed since; please look at it again.',
  'review.own': '"{ref}" is your own text; somebody else has to review it.',
  'review.role': '"{ref}" does not wait for your review.',
  'review.closed': '"{ref}" is {state} now, by {who}; nothing is left to review.',
  'return.reason': 'A return needs a reason, for example: /return #12 please add the place',
  'edit.too-long':
    '"{ref}" is longer than a form can hold (1000). Send: /edit NUMBER 内容：the whole new text',
  'edit.fields': 'Name the field to change, for example: /edit #12 标题：new title',
  'section.unknown': 'There is no section "{name}". Known: {known}',
  'desk.frozen': 'The report of {month} is final and cannot be edited. /amend {month} corrects it.',
  'desk.absent':
    '{ref} is "{state}" and not in the report: it has to be approved and fit to be published first.',
  'hand-up.role':
    'A lead hands final items up to the office above. To send in an item of your own: /submit title|text',
  bug: 'Something went wrong and was recorded as {incident}. Please try again later, or tell an admin this number.',
} satisfies typeof zhCnErrors;

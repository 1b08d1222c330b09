import { enErrors } from './en-errors.ts';
import type { zhCn } from './zh-cn.ts';

export const en = {
  errors: enErrors,
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
  voluntary: 'voluntary',
  sentOfQuota: (department: string, sent: number, quota: number): string =>
    `${department} (${sent} of ${quota})`,
  states: {
    submitted: 'in review',
    approved: 'approved',
    returned: 'returned',
    withdrawn: 'withdrawn',
    merged: 'merged',
  },
  secrecy: {
    unjudged: 'not judged',
    open: 'may be published',
    closed: 'not to be published',
    ask: 'to be cleared',
  },
  deeds: {
    submit: 'submitted',
    edit: 'edited',
    section: 'moved to another section',
    approve: 'approved',
    return: 'returned',
    withdraw: 'withdrawn',
    merge: 'merged',
    recall: 'message recalled',
    secrecy: 'secrecy review',
    pitch: 'pitched',
    adopt: 'printed',
    unadopt: 'not printed after all',
    move: 'moved',
    omit: 'left out of the report',
    restore: 'taken back into the report',
    shorten: 'shortened for the report',
    unshorten: 'whole text again',
    punctuate: 'punctuation put right',
  },
  itemCard: {
    title: (serial: number): string => `Item #${serial}`,
    author: 'By',
    origin: 'Origin',
    state: 'State',
    secrecy: 'Secrecy',
    adopted: 'Printed by',
    pitched: 'Pitched to',
    leftOut: 'left out of the text; it counts',
    report: 'Report',
    inPrivate: (serial, verdict) => `#${serial}: ${verdict}. You have it in our private chat.`,
    wording: (title, body) => `In the report: "${title}"\n${body}`,
    pitchedTo: (outlet: string, printed: boolean): string =>
      `${outlet} (${printed ? 'printed' : 'not known'})`,
  },
  review: {
    askTitle: (serial: number): string => `For review: #${serial}`,
    approve: 'Approve',
    amend: 'Edit and approve',
    amendSubmit: 'Save and approve',
    return: 'Return',
    reason: 'Reason for the return',
    approvedTitle: (serial: number): string => `#${serial} approved`,
    returnedTitle: (serial: number): string => `#${serial} returned, please edit it`,
    said: (name: string, note: string): string => `${name}: ${note}`,
    mend: 'Edit',
    moved: (state: string, who: string): string => `This item has changed; it is ${state} now (${who}).`,
    queue: (count) => `You may review items now: ${count} wait. Send /review.`,
    ownNote: (note: string): string => `${note} (own text)`.trim(),
  },
  futureMonth: 'That month is yet to come.',
  latecomer: (month: string, version: number, item: string): string =>
    `After version ${version} of the report of ${month}, a new item of that month came in: ${item}. Compile again to take it in.`,
  merge: {
    askTitle: 'Two departments sent in much the same. A joint item?',
    ask: 'A joint item counts once for the bureau and once for each department.',
    join: 'Make it a joint item',
    keep: 'Keep both',
    done: (number, into) => `${number} went into ${into}: one item for the bureau, one for each department.`,
    doneWithin: (number, into) => `${number} went into ${into}: one item.`,
  },
  edit: {
    formTitle: (serial: number): string => `Edit #${serial}`,
    save: 'Save',
    sentPrivately: 'The form was sent to you in private.',
    moved: (serial: number, section: string): string => `#${serial} moved to "${section}"`,
    fields: {
      title: 'title',
      body: 'text',
      date: 'date',
      section: 'section',
      campaign: 'campaign',
      outlets: 'outlets',
    },
    change: (field: string, from: string, to: string): string => `${field}: ${from || '(empty)'} → ${to}`,
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
    note: 'Whoever added the bot is its admin. Send /help to see all commands; if nothing answers, write them after @bot.',
  },
  recall: {
    withdrawn: (number: string, title: string): string =>
      `You recalled the message, so ${number} "${title}" was withdrawn and no longer counts.`,
    nil: (days: string): string =>
      `You recalled the message, so the nil report of this week (${days}) was taken back.`,
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
  reportFile: (unit, month, { name, version, stage }): string =>
    `${unit} ${month} ${name} (version ${version}${stage === 'final' ? ', final' : ''}).docx`,
  delivery: {
    tooLarge: (name: string, size: string, most: string): string =>
      `"${name}" has ${size}, more than the ${most} that one file may have, and cannot be sent here.`,
    noPictures: (name: string, size: string, most: string): string =>
      `With its many pictures "${name}" has ${size}, more than the ${most} that one file may have, so they are left out here; the text is whole. To have them in it, take out or shrink some and compile again.`,
    kept: 'It is kept whole on the server; the log tells the administrator where.',
    readable: (month: string): string => `To read its text, send /report view ${month}.`,
    narrow: 'Ask for less at a time.',
    noPdf: (name: string, why: string): string =>
      `"${name}" was not made (${why}). The Word file is not affected; Word and WPS save it as PDF, too.`,
    online: 'Online document, for everybody in this group: ',
    onlineShortened:
      'Online document, for everybody in this group (not all was taken over; the Word file is whole): ',
    noOnline: (code: string): string =>
      `There is no online document${code === '' ? '' : ` (the platform said ${code})`}; the Word file is not affected.`,
    noRight: (rights: string, answer: string): string =>
      `This group wants online documents, but the app has no right to make them; the Word file is not affected. Add ${rights} in the developer console and publish a version, or send /config online-document off. The platform said: ${answer}`,
    pdfReasons: { timeout: 'it took too long', failed: 'it failed', 'too-large': 'it is too large' },
  },
  sampleFile: (name: string): string => `${name} (sample).docx`,
  circularFile: (unit: string, span: string, version: number): string =>
    `${unit} ${span} circular (version ${version}).docx`,
  reminder: {
    title: (count: number): string => `${count} departments are still missing this week`,
    previewTitle: (count: number): string => `Preview: ${count} departments would be named`,
    intro: (days: string, dutyDay: string, time: string): string => `Week ${days}, due ${dutyDay} ${time}.`,
    introLate: (days: string): string =>
      `Week ${days}: its time is over; until Sunday midnight you can still send in, as late.`,
    allIn: 'Everything is in this week',
    allInText: (days: string): string =>
      `Week ${days}: every department has sent something in, or has nothing.`,
    nobody: '(no correspondent)',
    how: 'Send /submit title|text, or /nil when there is nothing.',
    privately: (departments: string, days: string, due: string): string =>
      `Nothing from ${departments} for this week (${days}) yet. Send an item by ${due}, or say that there is nothing.`,
    privateTitle: 'Your report of this week',
    todayAt: (time: string): string => `${time} today`,
    dayAt: (day: string, time: string): string => `${day} ${time}`,
    endOfWeek: 'Sunday midnight (late)',
    submit: 'Send an item',
    nil: 'Nothing this week',
    nilOf: (department: string): string => `Nothing from ${department}`,
    later: 'Remind me this afternoon',
    gone: (people: string): string =>
      `These correspondents have left the group; please name others: ${people}.`,
  },
  dead: {
    card: (title: string): string => `The card "${title}"`,
    notice: 'An answer',
    report: 'The file of a report or circular',
    'report-text': 'A report’s text',
    'online-document': 'An online document',
    sample: 'a template’s sample',
    sheet: 'a spreadsheet',
    tables: 'a spreadsheet',
    paper: 'the table of secrecy reviews',
    title: 'A message could not be delivered',
    text: (what: string, why: string): string =>
      `${what} could not be delivered: ${why}. Check that the receiver is still in the group and the bot's rights.`,
  },
  plainCard: {
    row: (label, value) => `${label}: ${value}`,
    goOn: (commands) => `To go on, send: ${commands}`,
    why: '(The card could not be shown; this is its text.)',
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
    otherMonth: (of) =>
      `The text begins with ${of.day}; without a date line it counts for ${of.month}. To count it by that day: /edit ${of.ref} 日期：${of.date}`,
    secrecyWords: (words: string): string => `On the secrecy list: ${words}. Please check`,
    placeholders: (found: string): string => `Placeholders left: ${found}`,
    commissionUnknown: (written: string): string => `there is no commission "${written}"`,
    duplicate: (ref: string, title: string): string => `Looks like ${ref} "${title}"`,
    edit: 'Edit',
    withdraw: 'Withdraw',
    withdrawAsk: (number: string): string => `Withdraw ${number}? The record stays, but it no longer counts.`,
    moveTo: (section: string): string => `Move to "${section}"`,
    nextReport: (month: string): string =>
      `Goes into the report of ${month}. To take it back, recall the message or send /withdraw`,
    nextCarried: (month, next) =>
      `The report of ${month} is final; this goes into that of ${next}, or into an amendment.`,
    nextCompile: (month: string, version: number): string =>
      `The report of ${month} is out in version ${version}; this goes in when it is compiled again.`,
    nextReview: (reviewers) => `Waits for ${reviewers} to review it; you will be told.`,
    nextReviewNobody: 'Nobody here can review it now; the lead and the admin have been told.',
  },
  question: {
    date: {
      title: 'One more thing: the date of the event',
      text: (written: string): string =>
        `"${written}" cannot be the date of the event: unclear, impossible or more than a month ahead. Pick one and press Save; nothing has to be sent again. Left empty, the day of sending counts.`,
      label: 'Date of the event (day of sending if empty)',
    },
    department: {
      title: 'One more thing: the department',
      text: (written: string): string =>
        written === ''
          ? 'Which department is this for? Choose one and press Save; nothing has to be sent again.'
          : `There is no department "${written}". Choose one and press Save; nothing has to be sent again.`,
      label: 'Department',
    },
    save: 'Save',
    how: (days: number): string =>
      `Nothing is stored yet; you can answer for ${days} days. To leave it, recall your message.`,
    taken: 'Being stored; the receipt comes under your message.',
    takenAs: (answer: string): string =>
      `Being stored with "${answer}"; the receipt comes under your message.`,
    over: 'This message has been dealt with, is too old, or is not yours.',
  },
  quoted: {
    expired: 'This is too old now; nothing was stored. To send it in: /submit title|text',
    title: (who: string): string => `${who} wants to send in a message of yours`,
    how: (days: number): string => `It is stored only if you agree within ${days} days, as your item.`,
    consent: 'Send it in',
    refuse: 'No',
    asked: (author: string): string =>
      `${author} wrote this message and has been asked; it is stored only if they agree.`,
    refused: (author: string): string => `${author} did not agree; nothing was stored.`,
    consented: 'Sent in. The receipt is in the chat it came from.',
    leftAlone: 'Nothing was stored.',
    answered: 'You have answered already.',
  },
  attachments: {
    label: 'Files',
    count: (added: number, left: number): string =>
      left === 0 ? `${added}` : `${added} (${left} more were left out: 30 at most)`,
    kinds: { image: 'picture', file: 'file', video: 'video' },
    kept: (name: string, size: string): string => `${name} (${size})`,
    pending: (name: string): string => `${name} (being fetched)`,
    failed: (name: string, why: string): string => `${name} (not kept: ${why})`,
    refusals: {
      'too-large': 'over 20 MB',
      type: 'a kind of file we do not keep',
      damaged: 'not whole',
      protected: 'downloads are forbidden in that chat; send it to me in private',
      gone: 'not there any more',
      unavailable: 'could not be fetched; please send it again',
      recalled: 'recalled',
      expired: 'deleted, long after the item was withdrawn',
    },
    told: (serial: number, title: string, lines: readonly string[]): string =>
      `Files of #${serial} "${title}": ${lines.join('; ')}. All else is stored.`,
    added: (serial: number, title: string, total: number): string =>
      `Added to #${serial} "${title}", which now has ${total} files. You will hear of any that cannot be kept.`,
    full: (serial: number): string => `#${serial} has 30 files already; these were not taken.`,
    nothingOpen:
      'You have reported nothing in the last 30 minutes, so nothing was kept. Send "submit title|text" first, then the files.',
    unusable: 'This kind of message cannot be read; nothing was kept. Send pictures, videos, files or text.',
    lost: (count: number): string =>
      `The forwarded messages hold ${count} files that the platform does not hand out; send them by themselves.`,
    dropped: (serial: number, count: number): string =>
      `You recalled the message: ${count} files of #${serial} were removed with it.`,
  },
  receipts: {
    title: (count: number, first: number, last: number): string =>
      `Received ${count} items: #${first} to #${last}`,
    line: (of) =>
      `#${of.serial} ${of.number} "${of.title}" ${of.section}${of.late ? ', late' : ''}${of.files > 0 ? `, ${of.files} files` : ''}${of.warnings > 0 ? ` (${of.warnings} to note)` : ''}`,
    warnings: (serial: number, lines: readonly string[]): string => `#${serial}: ${lines.join('; ')}`,
    next: (months: string): string =>
      `They go into the report of ${months}. Change or take one back with /edit or /withdraw and its number; recall the message to take all back.`,
  },
  list: (words: readonly string[]): string => words.join(', '),
} satisfies typeof zhCn;

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/bot/grammar/read-arguments.ts';
import { readCommand } from '../../../src/bot/grammar/read-command.ts';
import { nearestCommand } from '../../../src/bot/help.ts';
import { takeDepartmentLine } from '../../../src/bot/items/choose-department.ts';
import { loadRegistry } from '../../../src/bot/load-parts.ts';
import { readFields } from '../../../src/commands/edit.ts';
import { checkItem } from '../../../src/domain/item/check-item.ts';
import { findDuplicates } from '../../../src/domain/item/find-duplicates.ts';
import { firstClause } from '../../../src/domain/item/first-clause.ts';
import { parseItemRef } from '../../../src/domain/item/item-number.ts';
import { hasOnlyLabels, splitItems } from '../../../src/domain/item/split-items.ts';
import { splitSubmission } from '../../../src/domain/item/split-submission.ts';
import { parseDate, parseMonth, parseWeek } from '../../../src/domain/period/parse-period.ts';
import { UserError } from '../../../src/kernel/errors.ts';
import { cleanText } from '../../../src/kernel/text/clean-text.ts';

/** The platform's longest message, in bytes of UTF-8. */
const BYTES = 150_000;
/** One parser's share of the time in which the bot answers nobody else. */
const LIMIT_MS = 300;
const TODAY = Temporal.PlainDate.from('2026-11-18');
const registry = await loadRegistry();
const actor = {
  id: 'ou_a',
  name: '甲',
  roles: new Set(registry.commands.flatMap(({ roles }) => roles)),
  departments: [],
};

const fill = (unit: string) => unit.repeat(Math.ceil(BYTES / Buffer.byteLength(unit)));

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['one character', fill('字')],
  ['characters and spaces', fill('字 ')],
  ['wide spaces', `日期：字${fill('　')}字`],
  ['spaces', `日期：字${fill(' ')}字`],
  ['spaces behind a department', `部门：字${fill(' ')}字`],
  ['spaces in an item number', `202611-字${fill(' ')}字`],
  ['hyphens', `202611-字${fill(' -')}字`],
  ['colons', fill('：')],
  ['labels', fill('日期：字\n')],
  ['labels in two parts', `${fill('日期：字\n')}\n字`],
  ['departments', fill('部门：\n')],
  ['line breaks', `部${fill('\n')}`],
  ['carriage returns', fill('\r')],
  ['letters before line breaks', fill('字\n')],
  ['digits', fill('1')],
  ['digits and dots', fill('1.')],
  ['numbered lines', fill('1. 字\n')],
  ['slashes', fill('/')],
  ['separators', fill('｜')],
  ['open quotes', fill('“ ')],
  ['straight quotes', `${fill('" ')}"`],
  ['mentions', fill('@_user_1 ')],
  ['placeholders', fill('xxxxxxxx')],
  ['joined emoji', fill('👨‍👩‍👧')],
];

const PARSERS: readonly (readonly [name: string, parse: (text: string) => unknown])[] = [
  ['cleanText', cleanText],
  ['parseDate', (text) => parseDate(text, TODAY)],
  ['parseMonth', (text) => parseMonth(text, TODAY)],
  ['parseWeek', (text) => parseWeek(text, TODAY)],
  ['parseItemRef', parseItemRef],
  ['splitItems', splitItems],
  ['hasOnlyLabels', hasOnlyLabels],
  ['splitSubmission', splitSubmission],
  ['firstClause', firstClause],
  ['checkItem', (body) => checkItem({ title: body, body, submittedOn: TODAY, secrecyWords: ['机密'] })],
  ['findDuplicates', (text) => findDuplicates(text, [{ id: '1', text: text.slice(1) }])],
  ['takeDepartmentLine', takeDepartmentLine],
  ['readFields', (text) => orMistake(() => readFields(text))],
  ['readCommand', (text) => readCommand(text, registry, true)],
  ['readCommand after a name', (text) => readCommand(`/报送${text}`, registry, true)],
  ['nearestCommand', (text) => nearestCommand(text, registry.commands, actor)],
  ['readArguments', (text) => readArguments({ positional: ['ref'], list: 'words', people: 'p' }, text, [])],
];

describe.each(PARSERS)('%s', (_, parse) => {
  it.each(TEXTS)('is done soon with 150 KB of %s', (_name, text) => {
    const started = performance.now();
    parse(text);
    expect(performance.now() - started).toBeLessThan(LIMIT_MS);
  });
});

function orMistake(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

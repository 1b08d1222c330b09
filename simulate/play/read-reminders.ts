import type { Card } from '../../src/domain/message/card.ts';
import type { OutgoingMessage, Target } from '../../src/domain/message/outgoing.ts';
import type { Reminder } from '../reminder.ts';
import { localTime } from './still-clock.ts';

/** A draft as it lies in the outbox. */
export interface DraftRow {
  readonly id: number;
  readonly key: string;
  readonly group_id: string;
  readonly target: string;
  readonly message: string;
  readonly run_after: string;
}

const KEY = /^(remind|week-closing):.*?(\d{4}-W\d\d)/;

/** The reminders that a draft makes; none when it is something else, such as a line about somebody who has left. */
export function readReminders(row: DraftRow, departmentNames: readonly string[]): readonly Reminder[] {
  const [, kind, week] = KEY.exec(row.key) ?? [];
  if (week === undefined) return [];
  const target: Target = JSON.parse(row.target);
  const message: OutgoingMessage = JSON.parse(row.message);
  const [day = '', time = ''] = localTime(row.run_after).split('T');
  const common = { group: row.group_id, week, day, time };
  if (target.kind === 'person') {
    const people = [target.personId];
    const text = JSON.stringify(message);
    if (kind === 'week-closing')
      return [{ ...common, round: 'closing', department: '', people, counts: readCounts(text) }];
    return namesIn(text, departmentNames).map((department) => ({
      ...common,
      round: 'private',
      department,
      people,
    }));
  }
  if (message.kind !== 'card') return [];
  return rowsOf(message.card).flatMap(({ label, people }) =>
    namesIn(label, departmentNames).map((department) => ({
      ...common,
      round: 'group',
      department,
      people: people.flatMap(({ mentionId }) => mentionId ?? []).sort(),
    })),
  );
}

/** The numbers of `第47周应报 9、已报 7、…`, the week's own left out; a line that counts nothing tells of a pause. */
function readCounts(text: string): string {
  const numbers = [...text.matchAll(/[报告] (\d+)/g)].map(([, number]) => number);
  return numbers.length === 0 ? 'paused' : numbers.join(' ');
}

function rowsOf(card: Card) {
  return card.blocks.flatMap((block) => (block.kind === 'people' ? block.rows : []));
}

/** Longest first, each taken out once found: a name may stand within another. */
function namesIn(text: string, names: readonly string[]): readonly string[] {
  let rest = text;
  return [...names]
    .sort((left, right) => right.length - left.length)
    .filter((name) => {
      const found = rest.includes(name);
      rest = rest.replaceAll(name, '');
      return found;
    });
}

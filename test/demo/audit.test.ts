import { expect, it } from 'vitest';
import { type Audit, findFaults } from '../../sandbox/demo/audit.ts';

const SOUND: Audit = {
  submissions: 40,
  acknowledged: 40,
  receipts: 40,
  doubleReceipts: 0,
  missingReceipts: 0,
  questions: 20,
  wrongAnswers: 0,
  answeredTalk: 0,
  doubleNumbers: 0,
  numberGaps: 0,
  reminders: 16,
  doubleReminders: 0,
  missingReminders: 0,
  reports: 2,
  reportGaps: 0,
  repeatedPushes: 7,
  repeatedSends: 3,
};

it('finds nothing wrong with a month in which pushes and sends were repeated', () => {
  expect(findFaults(SOUND)).toEqual([]);
});

it.each<[Partial<Audit>]>([
  [{ acknowledged: 39 }],
  [{ doubleReceipts: 1 }],
  [{ missingReceipts: 1 }],
  [{ wrongAnswers: 1 }],
  [{ answeredTalk: 1 }],
  [{ doubleNumbers: 1 }],
  [{ numberGaps: 1 }],
  [{ doubleReminders: 1 }],
  [{ missingReminders: 1 }],
  [{ reports: 1 }],
  [{ reports: 3 }],
  [{ reportGaps: 1 }],
])('objects to %j', (fault) => {
  expect(findFaults({ ...SOUND, ...fault })).toHaveLength(1);
});

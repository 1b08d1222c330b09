import { dayText, weekName } from '../oracle/day-number.ts';
import type { Act } from './act.ts';
import type { Dice } from './dice.ts';

/** Days from Monday on which people write; most do on Friday, some on the weekend, when the week is over for them. */
const WRITING_DAYS = [0, 1, 2, 3, 3, 4, 4, 4, 4, 4, 5, 6];

interface WeekOf {
  readonly group: string;
  readonly department: string;
  /** Day number of the week's Monday. */
  readonly monday: number;
}

/** What a department does in one week. Whoever is busy does nothing, and is to be reminded. */
export function planWeek({ group, department, monday }: WeekOf, dice: Dice): readonly Act[] {
  const item = `${group}-${department}-${weekName(monday)}`;
  const at = someTime(monday, dice);
  const fate = dice.between(1, 103);
  if (fate > 100)
    return [
      {
        at: `${dayText(monday + dice.between(-3, 3))}T09:20`,
        kind: 'excuse',
        department,
        week: weekName(monday),
      },
    ];
  if (fate <= 28) return [];
  if (fate <= 40) return [{ at, kind: 'nil', department }];
  if (fate <= 46) {
    // For the week before, which leaves this one unanswered.
    return [{ at, kind: 'item', department, item, lateFor: weekName(monday - 7) }];
  }
  const sent: Act = { at, kind: 'item', department, item };
  if (fate > 56) return [sent];
  const later = someTime(monday, dice);
  if (later <= at) return [sent];
  if (fate <= 50) return [sent, { at: later, kind: 'withdraw', item }];
  if (fate <= 53)
    return [
      { at, kind: 'nil', department },
      { ...sent, at: later },
    ];
  return [sent, { ...sent, at: later, item: `${item}-2` }];
}

function someTime(monday: number, dice: Dice): string {
  const day = dayText(monday + dice.pick(WRITING_DAYS));
  return `${day}T${two(dice.between(7, 20))}:${two(dice.between(0, 59))}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type CalendarChanges, createWorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { describeRoom, isShort } from '../../domain/machine/disk-room.ts';
import { type Clock, dateOf } from '../../kernel/clock.ts';
import { measureRoom } from '../measure-disk.ts';
import { type Check, fail, messageOf, pass, warn } from './check.ts';

/** Replicas go by their clocks when they take over what another has not renewed for half a minute. */
const LARGEST_SKEW_MS = 10_000;
/** The State Council gives out the next year's plan in October or November. */
const PLAN_MONTH = 11;

/** Whether the data folder can be written to, and how much room there is. */
export async function checkDisk(folder: string): Promise<Check> {
  const existing = nearestExisting(resolve(folder));
  try {
    accessSync(existing, constants.W_OK);
    const room = await measureRoom(existing);
    const found = `${describeRoom(room)} free at ${existing}`;
    return isShort(room)
      ? warn('disk', found, 'make room: at least 1 GB and a twentieth of the disk')
      : pass('disk', found);
  } catch (error) {
    return fail('disk', messageOf(error), `let the user the bot runs as write to ${existing} (DATA_DIR)`);
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

/** `platformMs`: what the platform's clock said just now, exact to the second. */
export function checkClock(clock: Clock, platformMs: number): Check {
  const skewMs = clock.now().epochMilliseconds - platformMs;
  const found = `${(Math.abs(skewMs) / 1000).toFixed(0)} s ${skewMs < 0 ? 'behind' : 'ahead of'} the platform`;
  if (Math.abs(skewMs) <= LARGEST_SKEW_MS) return pass('clock', found);
  return warn('clock', found, 'let the machine keep its time by NTP: timedatectl set-ntp true');
}

/** Working days of this year and the next, with the operator's changes. */
export function checkCalendar(clock: Clock, changes: CalendarChanges): Check {
  const { year, month } = dateOf(clock.now());
  const calendar = createWorkCalendar(changes);
  const missing = [year, ...(month >= PLAN_MONTH ? [year + 1] : [])].filter(
    (one) => !calendar.isKnownYear(one),
  );
  if (missing.length === 0) return pass('calendar', `holidays of ${year} are known`);
  return warn(
    'calendar',
    `no holidays known for ${missing.join(' and ')}: Monday to Friday count as working days`,
    'send /calendar import with the State Council’s notice in each group, put its days into calendar.yaml for all groups, or upgrade',
  );
}

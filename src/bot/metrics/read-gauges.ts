import { type Clock, dateOf, fromStamp } from '../../kernel/clock.ts';
import type { Store } from '../../store/create-store.ts';
import { OUTBOX_LANES } from '../../store/outbox-lanes.ts';
import type { Calendars } from '../calendar/create-calendars.ts';
import type { MeasureDisk } from '../ports.ts';
import type { GaugeName } from './metric-list.ts';

export interface GaugeSources {
  readonly store: Store;
  readonly clock: Clock;
  readonly calendars: Pick<Calendars, 'isKnownYear'>;
  readonly measureDisk: MeasureDisk;
  /** Whether the long connection is up; undefined where there is none. */
  readonly connected: () => boolean | undefined;
}

export interface Reading {
  readonly name: GaugeName;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** How things stand now. A disk that does not answer leaves its figures out, and no others. */
export async function readGauges(sources: GaugeSources): Promise<readonly Reading[]> {
  return [
    ...(await readInbox(sources)),
    ...(await readOutbox(sources)),
    ...(await readGroups(sources)),
    ...readCalendar(sources),
    ...readConnection(sources),
    ...(await readDisks(sources).catch(() => [])),
  ];
}

async function readInbox({ store, clock }: GaugeSources): Promise<readonly Reading[]> {
  const { open, parked, failed, oldest } = await store.repos.inbox.depth();
  return [
    one('publicity_inbox_open', open),
    one('publicity_inbox_parked', parked),
    one('publicity_inbox_failed', failed),
    one('publicity_inbox_age_seconds', secondsSince(oldest, clock)),
  ];
}

async function readOutbox({ store, clock }: GaugeSources): Promise<readonly Reading[]> {
  const lanes = await store.repos.outbox.depthOfLanes();
  return OUTBOX_LANES.flatMap((lane) => {
    const { due, later, dead, dropped, dueSince } = lanes[lane];
    return [
      one('publicity_outbox_due', due, { lane }),
      one('publicity_outbox_later', later, { lane }),
      one('publicity_outbox_dead', dead, { lane }),
      one('publicity_outbox_dropped', dropped, { lane }),
      one('publicity_outbox_age_seconds', secondsSince(dueSince, clock), { lane }),
    ];
  });
}

async function readGroups({ store }: GaugeSources): Promise<readonly Reading[]> {
  const counts = await store.repos.groups.count();
  return Object.entries(counts).map(([state, value]) => one('publicity_groups', value, { state }));
}

function readCalendar({ calendars, clock }: GaugeSources): readonly Reading[] {
  const { year } = dateOf(clock.now());
  return [year, year + 1].map((each) =>
    one('publicity_calendar_known', calendars.isKnownYear(each) ? 1 : 0, { year: String(each) }),
  );
}

function readConnection({ connected }: GaugeSources): readonly Reading[] {
  const up = connected();
  return up === undefined ? [] : [one('publicity_long_connection_up', up ? 1 : 0)];
}

async function readDisks({ measureDisk }: GaugeSources): Promise<readonly Reading[]> {
  return (await measureDisk()).flatMap(({ folder, freeBytes, totalBytes }) => [
    one('publicity_disk_free_bytes', freeBytes, { folder }),
    one('publicity_disk_size_bytes', totalBytes, { folder }),
  ]);
}

function one(name: GaugeName, value: number, labels: Record<string, string> = {}): Reading {
  return { name, labels, value };
}

/** A stamp that lies ahead, should the clock have gone back, is no age. */
function secondsSince(stamp: string | undefined, clock: Clock): number {
  if (stamp === undefined) return 0;
  return Math.max(0, (clock.now().epochMilliseconds - fromStamp(stamp).epochMilliseconds) / 1000);
}

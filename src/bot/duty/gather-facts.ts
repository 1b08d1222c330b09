import { describeMonthDuty } from '../../domain/duty/describe-month-duty.ts';
import { printedDay } from '../../domain/item/day-of-item.ts';
import { isPrintable } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { isStale, printedText } from '../../domain/item/wording.ts';
import { findOutlet } from '../../domain/outlet/match-outlet.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../../domain/period/month.ts';
import { weeksOfMonth } from '../../domain/period/week.ts';
import type { MonthFacts, ReportItem } from '../../domain/report/facts.ts';
import { instantAt, type PlainDate, toStamp } from '../../kernel/clock.ts';
import type { KeptPicture } from '../../store/repos/attachments.ts';
import type { CoOwner } from '../../store/repos/joint-items.ts';
import { readAdoptions } from '../adoption/read-adoptions.ts';
import type { WorkContext } from '../context.ts';
import { readEarlierMonths, readYearAgo } from '../figures/read-year-ago.ts';
import { ownersOf } from '../items/owners-of.ts';
import { itemsOfReport } from '../report/items-of-report.ts';
import { readRecords } from './read-duty.ts';

/** Everything stored about a month of the group, as of now: what a report is made from, and nothing else. */
export async function gatherFacts(ctx: WorkContext, month: string, version: number): Promise<MonthFacts> {
  const { unitName, sections, defaultSection, placeholder } = ctx.group.settings;
  const weeks = weeksOfMonth(month, ctx.calendar);
  const records = await readRecords(ctx, weeks);
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const items = await itemsOfReport(ctx, month);
  const places = await ctx.repos.itemPlaces.ofMonth(ctx.group.id, month);
  const shared = await ctx.repos.jointItems.ofGroup(ctx.group.id);
  const lastYear = await readYearAgo(ctx, month, { departments: departments.map(({ id }) => id), shared });
  const printable = items.filter(isPrintable);
  const pictures = await ctx.repos.attachments.keptPictures(printable.map(({ id }) => id));
  return {
    month,
    settings: { unitName, sections, defaultSection, placeholder },
    departments: describeMonthDuty({
      ...records,
      month,
      calendar: ctx.calendar,
      departments,
      until: lastDayOver(ctx),
    }),
    ...countItems(items, (item) => toReportItem(item, { shared, month, places, pictures })),
    ...(await gatherAdoptions(ctx, { first: firstDay(month), last: lastDay(month) }, shared)),
    nils: await ctx.repos.nils.ofWeeks(ctx.group.id, weeks),
    excuses: await ctx.repos.excuses.ofWeeks(ctx.group.id, weeks),
    ...(lastYear !== undefined && { lastYear }),
    nextMonth: await plannedFor(ctx, addMonths(month, 1)),
    cutOff: toStamp(ctx.now),
    signedOn: ctx.today.toString(),
    version,
  };
}

/** The facts of a month's report: with the year's months before it, which only a report shows. */
export async function gatherReport(ctx: WorkContext, month: string, version: number): Promise<MonthFacts> {
  const facts = await gatherFacts(ctx, month, version);
  const shared = await ctx.repos.jointItems.ofGroup(ctx.group.id);
  const departments = (await ctx.repos.departments.list(ctx.group.id)).map(({ id }) => id);
  return { ...facts, earlier: await readEarlierMonths(ctx, month, { departments, shared }) };
}

/** Of some items those that count, and how many are held back from print. */
export function countItems(
  items: readonly ItemRecord[],
  toItem: (item: ItemRecord) => ReportItem,
): Pick<MonthFacts, 'items' | 'heldBack'> {
  const approved = items.filter((item) => item.state === 'approved');
  return {
    items: approved.filter(isPrintable).map(toItem),
    heldBack: {
      inReview: items.filter((item) => item.state === 'submitted' || item.state === 'returned').length,
      notPublic: approved.filter((item) => !isPrintable(item)).length,
    },
  };
}

/** What was published on some days; nothing is known of it while the group has never registered any. */
export async function gatherAdoptions(
  ctx: WorkContext,
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
  shared: readonly CoOwner[],
): Promise<Pick<MonthFacts, 'adoptions'>> {
  if ((await ctx.repos.adoptions.firstDay(ctx.group.id)) === undefined) return {};
  const found = await readAdoptions(ctx, first.toString(), last.toString());
  const outlets = await ctx.repos.outlets.list(ctx.group.id);
  return {
    adoptions: found.map(({ adoption: { outlet, date, link, place }, item }) => {
      const level = findOutlet(outlet, outlets)?.level;
      return {
        itemId: item.id,
        number: item.number,
        title: item.title,
        departmentIds: ownersOf(item, shared),
        outlet,
        ...(level !== undefined && { level }),
        date,
        ...(link !== undefined && { link }),
        place,
      };
    }),
  };
}

/** Themes that begin in the month and topics asked for by a day of it: they belong into the plans of the month before. */
async function plannedFor(ctx: WorkContext, month: string): Promise<readonly string[]> {
  const [first, last] = [firstDay(month), lastDay(month)];
  const themes = ctx.themes.between(first, last).filter((theme) => monthOf(theme.first) === month);
  const asked = await ctx.repos.commissions.dueFrom(ctx.group.id, first.toString(), last.toString());
  return [...new Set([...themes.map(({ theme }) => theme.name), ...asked.map(({ topic }) => topic)])];
}

/** Today once its due time has passed, else yesterday. */
export function lastDayOver({ now, today, group }: WorkContext): PlainDate {
  const { dueTime, graceMinutes } = group.settings.reminders;
  const due = instantAt(today, dueTime).add({ minutes: graceMinutes });
  return now.epochMilliseconds > due.epochMilliseconds ? today : today.subtract({ days: 1 });
}

interface ItemSurroundings {
  readonly shared: readonly CoOwner[];
  /** That of the report it is to stand in. */
  readonly month: string;
  /** What only a report prints; not needed for a table. */
  readonly places?: ReadonlyMap<string, number>;
  readonly pictures?: ReadonlyMap<string, readonly KeptPicture[]>;
}

export function toReportItem(
  item: ItemRecord,
  { shared, month, places, pictures }: ItemSurroundings,
): ReportItem {
  const isCarried = item.month < month;
  const place = places?.get(item.id);
  const own = pictures?.get(item.id);
  return {
    id: item.id,
    number: item.number,
    serial: item.serial,
    departmentIds: ownersOf(item, shared),
    section: item.section,
    ...printedText(item),
    date: printedDay(item),
    late: item.late || isCarried,
    revision: item.revision,
    cleared: item.secrecy === 'open',
    ...(isCarried && { carriedFrom: item.month }),
    ...(place !== undefined && { place }),
    ...(own !== undefined && { pictures: own }),
    ...(item.leftOut && { leftOut: true }),
    ...(isStale(item) && { staleWording: true }),
  };
}

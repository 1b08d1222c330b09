/*
 * Days as whole numbers, 0 for 1970-01-01, and local times as texts `YYYY-MM-DDTHH:MM` that sort as they follow one
 * another. Plain arithmetic on the Gregorian calendar: the oracle shares no date library with the program it judges.
 * Everything is Asia/Shanghai, which has had one offset since 1991.
 */

/** The number of a day written `YYYY-MM-DD` (a longer text may follow it). */
export function dayNumber(text: string): number {
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  if (year === undefined || month === undefined || day === undefined)
    throw new RangeError(`no date: ${text}`);
  // Years begin in March here, so that the leap day is the last one.
  const marchYear = month > 2 ? year : year - 1;
  const daysBeforeYear =
    365 * marchYear + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return daysBeforeYear + dayOfYear - DAYS_BEFORE_1970;
}

/** From 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/** The day's text, `YYYY-MM-DD`. */
export function dayText(number: number): string {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const text = writeDay(number);
  texts.set(number, text);
  return text;
}

const texts = new Map<number, string>();

function writeDay(number: number): string {
  const days = number + DAYS_BEFORE_1970;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that a day lies in. */
export function mondayOf(number: number): number {
  return number - weekdayOf(number) + 1;
}

/** The week's ISO 8601 name, `YYYY-Www`, of the week that begins on this Monday. */
export function weekName(monday: number): string {
  const year = dayText(monday + 3).slice(0, 4);
  const firstMonday = mondayOf(dayNumber(`${year}-01-04`));
  return `${year}-W${pad((monday - firstMonday) / 7 + 1)}`;
}

/** The local time so many minutes later, within reach of the next day. */
export function minutesLater(time: string, minutes: number): string {
  const total = Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + minutes;
  const day = dayNumber(time) + Math.floor(total / 1440);
  const rest = total - Math.floor(total / 1440) * 1440;
  return `${dayText(day)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

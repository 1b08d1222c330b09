import { dateOf, fromStamp, timeOf } from '../../kernel/clock.ts';

/** Who comments a draft and suggests changes in it. */
export const MARKED_BY = '宣传信息报送机器人';
export const INITIALS = '机';

/**
 * An instant (ISO-8601 UTC) as marks in a document are dated: in the product's zone, since Word shows what is written
 * there as it stands, whatever zone it names.
 */
export function writeMarkDate(instant: string): string {
  const at = fromStamp(instant);
  return `${dateOf(at).toString()}T${timeOf(at)}:00Z`;
}

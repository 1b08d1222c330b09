import { LEVEL_NAMES, OUTLET_LEVELS, type OutletLevel } from '../outlet/outlet.ts';
import { readLevel } from '../outlet/read-outlet.ts';

/** What an item is worth that was sent in, and what it is worth to be printed, by the outlet's level. */
export interface PointsRule extends Readonly<Record<OutletLevel, number>> {
  readonly submitted: number;
}

/** Points of a group that has switched them on without saying how many. */
export const USUAL_POINTS: PointsRule = {
  submitted: 1,
  national: 10,
  province: 6,
  city: 4,
  county: 2,
  system: 1,
  own: 1,
};

const SUBMITTED = '报送';
/** `报送 1`, `省级：6分`. */
const WORTH = /([^\s\d、，,；;：:|｜]+)\s*[：:]?\s*(\d{1,3})\s*分?/gu;
const SEPARATORS = /[\s、，,；;|｜]+/gu;

/** `报送1分、省级8分` as changes of a rule. Undefined when anything in it can't be read. */
export function readPoints(typed: string, rule: PointsRule): PointsRule | undefined {
  const worths = [...typed.normalize('NFKC').matchAll(WORTH)];
  const rest = typed.normalize('NFKC').replace(WORTH, '').replace(SEPARATORS, '');
  if (rest !== '' || worths.length === 0) return undefined;
  const changes = worths.map(([, name = '', points]) => [readKind(name), Number(points)] as const);
  if (changes.some(([kind]) => kind === undefined)) return undefined;
  return { ...rule, ...Object.fromEntries(changes) };
}

function readKind(name: string): keyof PointsRule | undefined {
  return [SUBMITTED, 'submitted'].includes(name) ? 'submitted' : readLevel(name);
}

/** `报送1分，国家级10分，省级6分…`, as the reports and the chat write it. */
export function writePoints(rule: PointsRule): string {
  const levels = OUTLET_LEVELS.map((level) => `${LEVEL_NAMES[level]}${rule[level]}分`);
  return [`${SUBMITTED}${rule.submitted}分`, ...levels].join('，');
}

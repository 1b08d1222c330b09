import { parsePeriod } from '../../domain/period/period.ts';
import { type SecrecyFacts, toSecrecyFacts } from '../../domain/secrecy/secrecy-facts.ts';
import { parseDay } from '../../kernel/clock.ts';
import { sampleFacts as october } from '../work-report/sample.ts';

const { month, signedOn } = october;
const period = parsePeriod(month, parseDay(signedOn));
if (period === undefined) throw new RangeError(`no month: ${month}`);

/** The invented bureau's month. */
export const sampleFacts: SecrecyFacts = toSecrecyFacts(october, { period, signedOn });

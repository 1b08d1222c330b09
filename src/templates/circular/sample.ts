import { type CircularFacts, joinMonths } from '../../domain/circular/circular-facts.ts';
import { sampleFacts as october } from '../work-report/sample.ts';

/** The invented bureau's fourth quarter as far as October: what a report says of the month, a circular says of the quarter. */
export const sampleFacts: CircularFacts = joinMonths([october], {
  span: '2026-Q4',
  settings: october.settings,
  order: ['office', 'planning', 'station'],
  cutOff: october.cutOff,
  signedOn: october.signedOn,
  version: 1,
});

export { sampleFacts } from '../work-report/sample.ts';

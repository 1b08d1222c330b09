/** A week that a department need not answer. The reason is the lead's own words, and stands in the report. */
export interface Excuse {
  readonly departmentId: string;
  readonly week: string;
  readonly reason: string;
  readonly personId: string;
  /** ISO-8601 UTC. */
  readonly at: string;
}

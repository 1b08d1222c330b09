/** That an outlet printed an item. Stamps are ISO-8601 UTC, days `YYYY-MM-DD`. */
export interface Adoption {
  readonly id: string;
  readonly groupId: string;
  readonly itemId: string;
  /** As the directory names it, or as it was written. */
  readonly outlet: string;
  /** Day of publication: it decides the month that the adoption counts for. */
  readonly date: string;
  /** An http(s) address. */
  readonly link?: string;
  /** Page, front page, reprint, time on air; or empty: `3版，转载`. */
  readonly place: string;
  readonly registeredBy: string;
  readonly registeredAt: string;
}

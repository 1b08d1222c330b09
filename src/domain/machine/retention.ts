/**
 * For how many days is kept what is not the paperwork itself; 0 keeps for ever. Items, their revisions and reports are
 * never deleted.
 */
export interface Retention {
  /** Ids of events, clicks and recalls that were dealt with: they keep things from happening twice. */
  readonly traces: number;
  /** Records of messages that were sent, without their text; and, with it, what was given up, for whoever looks into it. */
  readonly deliveries: number;
  /** Pictures and files of items that were withdrawn, counted from the withdrawal. */
  readonly withdrawnFiles: number;
  /** The log that `/audit` shows. */
  readonly auditLog: number;
}

/**
 * The platform pushes an event again for some seven hours; the rest of a month is room for an outage and for looking into a
 * complaint.
 */
export const USUAL_RETENTION: Retention = { traces: 30, deliveries: 30, withdrawnFiles: 180, auditLog: 0 };

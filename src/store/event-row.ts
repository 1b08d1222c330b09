/** An event as its row begins. */
export interface EventRow {
  readonly key: string;
  readonly eventId: string;
  readonly chatId: string;
  readonly kind: string;
  /** The event as JSON. */
  readonly payload: string;
  /** When it came: ISO-8601 UTC. */
  readonly receivedAt: string;
}

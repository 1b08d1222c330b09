/** What the envelope says about an event, once its token and app have been checked. */
export interface EventHeader {
  readonly eventId: string;
  readonly type: string;
  /** The bot's own person id, once it is known. */
  readonly botId?: string | undefined;
}

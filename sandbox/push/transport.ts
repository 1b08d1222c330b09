export interface PushedEvent {
  readonly eventId: string;
  readonly eventType: string;
  /** Text: milliseconds for events, microseconds for card callbacks. */
  readonly createTime: string;
  readonly event: object;
}

/** What the bot answered: to an event the status counts, to a click the body too. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A way to the bot: its webhook, or the long connections that it has dialled. */
export interface Transport {
  /** One attempt. Rejects when there is no connection, after the time limit (`TimeoutError`), and when halted. */
  deliver(pushed: PushedEvent, halt?: AbortSignal): Promise<Answer>;
}

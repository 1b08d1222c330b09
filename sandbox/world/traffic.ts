/** One try at handing an event to the bot. */
export interface PushAttempt {
  readonly status?: number;
  readonly error?: string;
  /** How long the bot took, in milliseconds. */
  readonly ms: number;
}

/** What went over the wire between platform and bot, for whoever looks on. Told anew, under its id, after each try. */
export type Traffic = {
  readonly id: string;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly atMs: number;
} & (
  | {
      /** An event or a card callback that the platform pushes; `body` as it is before encryption. */
      readonly kind: 'push';
      readonly eventType: string;
      readonly body: object;
      readonly attempts: readonly PushAttempt[];
      /** What the bot answered, if that counts: only to a click. */
      readonly answer?: string;
    }
  | {
      /** A call the bot made; without a status the connection was cut or left hanging. */
      readonly kind: 'call';
      readonly method: string;
      readonly path: string;
      readonly request: unknown;
      readonly status?: number;
      readonly code?: number;
      readonly answer: unknown;
      readonly ms: number;
    }
);

/** Codes the platform's endpoint may give in place of an address. */
export type EndpointRefusal =
  /** Wrong app id or secret. */
  | 514
  /** The app may not use long connections. */
  | 403
  /** Busy. */
  | 1
  /** Internal error. */
  | 1000040343
  /** Too many connections: 50 are open. */
  | 1000040350;

export interface LongConnectionFaults {
  /** Given to everyone who asks where to dial. */
  refuse?: EndpointRefusal | undefined;
  /** Addresses are given out, but no socket opens. */
  noHandshake?: boolean;
  /** Events come in pieces of at most so many bytes. Default: in one. */
  pieceBytes?: number;
  /** Pongs carry no settings. */
  barePongs?: boolean;
}

/**
 * The platform's end of the bot's long connections. Whoever dials in last decides: from then on events and callbacks go
 * to one of the open lines, each to a random one, until a webhook is connected. While none is open, pushes fail and are
 * repeated, as they do for a webhook that is down.
 */
export interface LongConnections {
  /** How many are open and answering. */
  readonly count: number;
  /** Resolves once at least so many are. Default one; fails after `timeoutMs`, default 20 s. */
  opened(count?: number, timeoutMs?: number): Promise<void>;
  /** Cuts every line without a goodbye. */
  drop(): void;
  /** The lines that are open now stay so, but nothing is read from them or written to them any more. */
  freeze(): void;
  readonly faults: LongConnectionFaults;
}

/** How much the platform takes: per app in a second and a minute, per chat or person (a lane) in a second. */
export interface SendLimits {
  readonly perSecond: number;
  readonly perMinute: number;
  readonly perLaneSecond: number;
}

/** What one process tells of its sends, and asks for. */
export interface Booking {
  readonly limits: SendLimits;
  /** Sends that are on their way (age 0) or were answered `ageMs` ago: their slots are taken until one window later. */
  readonly seen: readonly { readonly id: string; readonly ageMs: number }[];
  /** Sends that wait, in the order in which to let them go. */
  readonly wanted: readonly { readonly id: string; readonly lane: string }[];
}

export interface Booked {
  /** Ids of those that may go now. */
  readonly granted: ReadonlySet<string>;
  /** Nobody gets a slot for the time being, whatever the lane. */
  readonly isFull: boolean;
  /** Milliseconds after which another one may get a slot. */
  readonly waitMs: number;
}

/**
 * Takes slots for sends out of windows that several processes share. A slot comes back one window after its send was
 * last seen, so those of a process that died come back by themselves.
 */
export type BookSends = (booking: Booking) => Promise<Booked>;

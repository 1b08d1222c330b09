/** What a counter counts, and by which label. Labels never name a group or a person. */
interface CounterSpec {
  readonly help: string;
  readonly label: string;
  /** The label's values as far as they are known beforehand: there from the start, with 0. */
  readonly values: readonly string[];
}

/** Counted since the start of the process. */
export const COUNTERS = {
  publicity_events_total: {
    help: 'Events received, by what became of them',
    label: 'result',
    values: ['stored', 'duplicate', 'ignored'],
  },
  publicity_requests_refused_total: {
    help: 'Requests to the webhook that were refused, by the reason',
    label: 'reason',
    values: [
      'app',
      'cipher',
      'envelope',
      'json',
      'plain',
      'rate',
      'signature',
      'size',
      'tenant',
      'token',
      'type',
      'unsigned',
    ],
  },
  publicity_clicks_total: {
    help: 'Clicks on cards, by what became of them',
    label: 'result',
    values: ['done', 'refused', 'failed'],
  },
  publicity_claims_total: {
    help: 'Rows claimed to be worked on, repeats included, by queue',
    label: 'queue',
    values: ['inbox', 'outbox'],
  },
  publicity_events_handled_total: {
    help: 'Events worked off, by the end: done, answered with an explanation, to be tried again, given up',
    label: 'result',
    values: ['done', 'explained', 'retried', 'failed'],
  },
  publicity_sends_total: {
    help: 'Tries to send a message, by the end: sent, to be tried again, given up, no longer of use',
    label: 'result',
    values: ['sent', 'retried', 'dead', 'dropped'],
  },
  publicity_schedules_fired_total: {
    help: 'Moments of schedules that were acted on',
    label: 'schedule',
    values: [],
  },
} as const satisfies Readonly<Record<string, CounterSpec>>;

/** Durations in seconds, with the upper ends of their buckets. */
export const HISTOGRAMS = {
  publicity_event_seconds: {
    help: 'Time from claiming an event to the end of its transaction',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  publicity_render_seconds: {
    help: 'Time to make the file of a report, a circular or a sample, waiting for its turn included',
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
  },
} as const;

/** How things stand when the page is asked for. */
export const GAUGES = {
  publicity_inbox_open: { help: 'Events stored and not yet worked off' },
  publicity_inbox_parked: { help: 'Events that wait for a person to answer a question' },
  publicity_inbox_failed: { help: 'Events given up after several tries' },
  publicity_inbox_age_seconds: { help: 'Age of the oldest open event' },
  publicity_outbox_due: { help: 'Messages that should be out by now', label: 'lane' },
  publicity_outbox_later: { help: 'Messages planned for later, retries included', label: 'lane' },
  publicity_outbox_dead: { help: 'Messages that could not be sent', label: 'lane' },
  publicity_outbox_dropped: { help: 'Messages not sent since their time was over', label: 'lane' },
  publicity_outbox_age_seconds: {
    help: 'For how long the oldest due message should have been out',
    label: 'lane',
  },
  publicity_groups: { help: 'Groups: enabled, not enabled yet, left by the bot', label: 'state' },
  publicity_calendar_known: {
    help: 'Whether the holidays of this year and the next are known (1) or guessed (0), before what groups add',
    label: 'year',
  },
  publicity_long_connection_up: {
    help: 'Whether the long connection is up (1) or not (0); not there with a webhook',
  },
  publicity_disk_free_bytes: { help: 'Room left on a disk that the bot writes to', label: 'folder' },
  publicity_disk_size_bytes: { help: 'Size of that disk', label: 'folder' },
} as const satisfies Readonly<Record<string, { readonly help: string; readonly label?: string }>>;

export type CounterName = keyof typeof COUNTERS;
export type HistogramName = keyof typeof HISTOGRAMS;
export type GaugeName = keyof typeof GAUGES;

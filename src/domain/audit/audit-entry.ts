/** What an admin may ask about later. An item's own story is in its revisions. */
export const AUDIT_ACTIONS = [
  'config.set',
  'dept.add',
  'dept.rename',
  'dept.close',
  'dept.reopen',
  'dept.merge',
  'dept.split',
  'dept.quota',
  'reporter.set',
  'reporter.deputy',
  'reporter.remove',
  'role.grant',
  'role.remove',
  'import.apply',
  'figures.import',
  'calendar.add',
  'calendar.remove',
  'calendar.import',
  'join.agree',
  'join.refuse',
  'group.enable',
  'excuse.grant',
  'excuse.cancel',
  'remind.now',
  'report.compile',
  'report.finalize',
  'report.amend',
  'circular.compile',
  'export.make',
  'template.use',
  'commission.ask',
  'commission.cancel',
  'outlet.add',
  'outlet.change',
  'outlet.remove',
  'adopted.register',
  'adopted.cancel',
  'item.pitch',
  'item.withdraw',
  'item.secrecy',
  'link.code',
  'link.join',
  'link.end',
  'items.hand-up',
  'items.receive',
  'person.export',
  'person.anonymize',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the log. `detail` is what that action wrote down; people and departments by id. */
export interface AuditEntry {
  /** ISO-8601 UTC. */
  readonly at: string;
  /** A person's id, or `operator` for the server's command line. */
  readonly actorId: string;
  readonly action: string;
  readonly detail: unknown;
}

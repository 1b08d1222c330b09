/** The lead asks departments for a text on a topic. Dates are `YYYY-MM-DD`, stamps ISO-8601 UTC. */
export interface Commission {
  readonly id: string;
  readonly groupId: string;
  /** Unique in the group: `c3` is 3. */
  readonly serial: number;
  readonly topic: string;
  /** What is asked for; may be empty. */
  readonly brief: string;
  /** Last day. */
  readonly dueOn: string;
  readonly departmentIds: readonly string[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly cancelledAt?: string;
  /** Items sent in for it, but for withdrawn ones. */
  readonly answers: readonly { readonly departmentId: string; readonly serial: number }[];
}

/** `c3`, as people write and read it. */
export function commissionRef({ serial }: Pick<Commission, 'serial'>): string {
  return `c${serial}`;
}

/** The serial in `c3`, `C3`, `#c3`, `约稿c3`; undefined when there is none. */
export function parseCommissionRef(written: string): number | undefined {
  const folded = written.slice(0, 40).normalize('NFKC').trim();
  const digits = /^(?:约稿)?\s*#?\s*c\s*(\d{1,6})$/iu.exec(folded)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Departments asked that have sent nothing for it, in the order they were asked. */
export function openDepartmentsOf({ departmentIds, answers }: Commission): readonly string[] {
  return departmentIds.filter((id) => !answers.some(({ departmentId }) => departmentId === id));
}

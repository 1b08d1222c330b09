/** One group is a department of another, by agreement of both; what it has made final can be handed up there. */
export interface GroupLink {
  readonly id: string;
  /** The lower group. */
  readonly childId: string;
  /** The upper group, and which of its departments the lower group is. */
  readonly parentId: string;
  readonly departmentId: string;
}

/** A code for pairing that nobody has used yet. Stamps are ISO-8601 UTC. */
export interface OpenCode {
  readonly departmentId: string;
  readonly expiresAt: string;
}

export const JOIN_STATES = ['waiting', 'agreed', 'refused'] as const;
export type JoinState = (typeof JOIN_STATES)[number];

/** Somebody asks to report for a department. Stamps are ISO-8601 UTC. */
export interface JoinRequest {
  readonly id: string;
  readonly groupId: string;
  readonly departmentId: string;
  readonly personId: string;
  readonly askedAt: string;
  readonly state: JoinState;
  /** The admin who decided. */
  readonly decidedBy?: string;
}

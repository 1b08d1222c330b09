/** Roles in a group. `member` is everyone; `correspondent` follows from the department roster. */
export const ROLES = ['member', 'correspondent', 'editor', 'lead', 'chief', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles an admin hands out by name. */
export const GRANTED_ROLES = ['editor', 'lead', 'chief', 'admin'] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

export interface Person {
  readonly id: string;
  readonly name: string;
}

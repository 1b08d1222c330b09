import type { Wording } from './wording.ts';

/** Whether an item may be published: 可公开, 不宜公开, 需报审. Only an open one leaves the internal list. */
export const SECRECY = ['open', 'closed', 'ask'] as const;
export type Secrecy = (typeof SECRECY)[number];

/** What an item is before anybody has judged it. It may be printed, but nothing says that it was cleared. */
export const UNJUDGED = 'unjudged';

/** An item as it is kept. Stamps are ISO-8601 UTC, dates `YYYY-MM-DD`, months `YYYY-MM`, weeks `YYYY-Www`. */
export interface ItemRecord {
  readonly id: string;
  readonly groupId: string;
  readonly serial: number;
  readonly number: string;
  readonly departmentId: string;
  readonly submittedAt: string;
  readonly week: string;
  readonly month: string;
  readonly late: boolean;
  readonly eventDate?: string;
  readonly section: string;
  readonly title: string;
  readonly body: string;
  readonly campaign?: string;
  readonly outlets?: string;
  readonly state: 'submitted' | 'approved' | 'returned' | 'withdrawn' | 'merged';
  readonly approvals: number;
  readonly authorId: string;
  readonly sourceMessageId: string;
  readonly revision: number;
  readonly secrecy: Secrecy | typeof UNJUDGED;
  /** Left out of the report's text by a lead. It stays what it is otherwise, and is counted. */
  readonly leftOut: boolean;
  /** What the report prints in place of the item's own text. */
  readonly wording?: Wording | undefined;
}

export type NewItem = Omit<
  ItemRecord,
  'id' | 'serial' | 'number' | 'revision' | 'secrecy' | 'leftOut' | 'wording'
>;

/** What was done to an item: each entry is a revision, with the item as it stood afterwards. */
export interface ItemRevision {
  readonly revision: number;
  readonly at: string;
  readonly actorId: string;
  readonly action: RevisionAction;
  readonly note?: string;
  readonly item: ItemRecord;
}

export const REVISION_ACTIONS = [
  'submit',
  'edit',
  'section',
  'approve',
  'return',
  'withdraw',
  'merge',
  'recall',
  'secrecy',
  'pitch',
  'adopt',
  'unadopt',
  'move',
  'omit',
  'restore',
  'shorten',
  'unshorten',
  'punctuate',
] as const;
export type RevisionAction = (typeof REVISION_ACTIONS)[number];

export interface NilRecord {
  readonly departmentId: string;
  readonly week: string;
  readonly reason: string;
  readonly personId: string;
  readonly at: string;
  readonly late: boolean;
}

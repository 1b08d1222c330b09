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
}

export type NewItem = Omit<ItemRecord, 'id' | 'serial' | 'number' | 'revision'>;

export interface NilRecord {
  readonly departmentId: string;
  readonly week: string;
  readonly reason: string;
  readonly personId: string;
  readonly at: string;
  readonly late: boolean;
}

/** New values of an item as a person wrote them; absent: stays as it is. */
export interface ItemEdit {
  readonly title?: string;
  readonly body?: string;
  readonly date?: string;
  readonly section?: string;
  readonly campaign?: string;
  readonly outlets?: string;
}

/** One field of an edit, old and new. A date is `YYYY-MM-DD`; empty: there was none. */
export interface FieldChange {
  readonly field: keyof ItemEdit;
  readonly from: string;
  readonly to: string;
}

/**
 * A card in our own words. All strings are plain text: whoever draws the card escapes them for the place they go to,
 * so no text in here can mention a person, open a link or break the card.
 */

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

export interface Card {
  readonly tone: Tone;
  readonly title: string;
  /** What the chat list shows. Defaults to the title. */
  readonly summary?: string;
  readonly blocks: readonly CardBlock[];
}

export interface CardButton {
  readonly label: string;
  readonly style?: 'primary' | 'danger' | 'default';
  /** Name of a declared card action, and the data it gets back. */
  readonly action: string;
  readonly data?: Readonly<Record<string, string>>;
  /** Asked before the click is sent. */
  readonly confirm?: { readonly title: string; readonly text: string };
}

export type CardBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: string }[];
    }
  | {
      readonly kind: 'list';
      readonly title?: string;
      readonly items: readonly string[];
      readonly ordered?: boolean;
    }
  /** One line a row: a label and the people it mentions (who get notified) or only names. */
  | { readonly kind: 'people'; readonly rows: readonly PeopleRow[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly CardButton[] }
  | { readonly kind: 'divider' };

export interface PeopleRow {
  readonly label: string;
  readonly people: readonly { readonly name: string; readonly mentionId?: string }[];
}

/** Answer to a click: a short notice, and the card as it stands now. */
export interface ClickAnswer {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  readonly notice: string;
  readonly card?: Card;
}

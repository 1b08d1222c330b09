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
  | { readonly kind: 'heading'; readonly text: string }
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
  | CardForm
  | { readonly kind: 'divider' };

/** Fields that come back together when the button is pressed: `form[name]` of the click. At most one form a card. */
export interface CardForm {
  readonly kind: 'form';
  readonly fields: readonly FormField[];
  readonly submit: CardButton;
}

/** An empty answer comes back as ''. A picked date comes back as `YYYY-MM-DD`, perhaps followed by an offset. */
export type FormField = {
  /** Letters, digits and _, unique in the card. */
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
} & (
  | { readonly kind: 'line' | 'paragraph'; readonly value?: string; readonly placeholder?: string }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly value?: string }
  | { readonly kind: 'date'; readonly value?: string }
);

/** The platform's bound on what can be typed into one field. */
export const LONGEST_INPUT = 1000;

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

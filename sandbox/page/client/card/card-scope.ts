import type { Names } from '../markdown/draw-markdown.ts';

export type FormValue = string | boolean | string[];

/** What the parts of a card need while they are drawn. */
export interface CardScope extends Names {
  /** People who can be picked, by id. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The text right before the part: to the eye, a field's label. */
  readonly caption: string;
  /** Fields of the form around the part; undefined outside a form. */
  readonly fields: Map<string, () => FormValue | undefined> | undefined;
  /** Presses the button that is this element of the card's JSON. */
  press(button: object, form: Readonly<Record<string, FormValue>>): Promise<void>;
}

/** Parts of the platform's card JSON 2.0, as far as we draw it. Unknown attributes are errors there. */

export interface PlainText {
  readonly tag: 'plain_text';
  readonly content: string;
  readonly text_size?: 'heading' | 'normal' | 'notation';
  readonly text_color?: 'grey';
}

export interface Button {
  readonly tag: 'button';
  readonly text: PlainText;
  readonly type: 'primary' | 'danger' | 'default';
  readonly confirm?: { readonly title: PlainText; readonly text: PlainText };
  readonly behaviors: readonly [{ readonly type: 'callback'; readonly value: object }];
}

export interface Column {
  readonly tag: 'column';
  readonly width: 'auto' | 'weighted';
  readonly weight?: number;
  readonly elements: readonly (Button | Div)[];
}

export interface Div {
  readonly tag: 'div';
  readonly text: PlainText;
}

export interface Table {
  readonly tag: 'table';
  readonly page_size: number;
  readonly columns: readonly {
    readonly name: string;
    readonly display_name: string;
    readonly data_type: 'text';
  }[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Parts of a form. `name` is unique in the card. */
export type FormElement =
  | Div
  | {
      readonly tag: 'input';
      readonly name: string;
      readonly label: PlainText;
      readonly required: boolean;
      readonly input_type: 'text' | 'multiline_text';
      readonly max_length: number;
      readonly default_value?: string;
      readonly placeholder?: PlainText;
      readonly rows?: number;
    }
  | {
      readonly tag: 'select_static';
      readonly name: string;
      readonly required: boolean;
      readonly options: readonly { readonly text: PlainText; readonly value: string }[];
      readonly initial_option?: string;
    }
  | {
      readonly tag: 'date_picker';
      readonly name: string;
      readonly required: boolean;
      readonly initial_date?: string;
    }
  | (Button & { readonly name: string; readonly form_action_type: 'submit' });

export type CardElement =
  | { readonly tag: 'form'; readonly name: string; readonly elements: readonly FormElement[] }
  | Div
  | Table
  | { readonly tag: 'markdown'; readonly content: string }
  | { readonly tag: 'hr' }
  | {
      readonly tag: 'column_set';
      readonly flex_mode: 'none' | 'flow';
      readonly horizontal_spacing: string;
      readonly columns: readonly Column[];
    };

export interface CardJson {
  readonly schema: '2.0';
  readonly config: { readonly update_multi: true; readonly summary: { readonly content: string } };
  readonly header: { readonly title: PlainText; readonly template: string };
  readonly body: { readonly elements: readonly CardElement[] };
}

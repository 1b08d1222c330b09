import { z } from 'zod';
import { AnyText, control, Icon, MultiUrl, PlainText } from './shared-shapes.ts';

const ShortText = PlainText.extend({ content: z.string().max(100) });

const Button = z
  .strictObject({
    tag: z.literal('button'),
    ...control,
    text: ShortText.optional(),
    icon: Icon.optional(),
    type: z
      .enum([
        'default',
        'primary',
        'danger',
        'text',
        'primary_text',
        'danger_text',
        'primary_filled',
        'danger_filled',
        'laser',
      ])
      .optional(),
    size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
    form_action_type: z.enum(['submit', 'reset']).optional(),
  })
  .refine(
    (button) => button.text !== undefined || button.icon !== undefined,
    'a button needs a text or an icon',
  );

const Input = z
  .strictObject({
    tag: z.literal('input'),
    ...control,
    placeholder: ShortText.optional(),
    default_value: z.string().optional(),
    label: PlainText.optional(),
    label_position: z.enum(['top', 'left']).optional(),
    input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
    max_length: z.int().min(1).max(1000).optional(),
    rows: z.int().min(1).optional(),
    max_rows: z.int().min(1).optional(),
    auto_resize: z.boolean().optional(),
    show_icon: z.boolean().optional(),
  })
  .refine(
    (input) => (input.default_value ?? '').length <= (input.max_length ?? 1000),
    'default_value is too long',
  );

const choice = {
  ...control,
  type: z.enum(['default', 'text']).optional(),
  placeholder: ShortText.optional(),
};

const Options = z
  .array(z.strictObject({ text: PlainText, value: z.string().min(1), icon: Icon.optional() }))
  .min(1)
  .refine(
    (options) => new Set(options.map(({ value }) => value)).size === options.length,
    'values must differ',
  );

const People = z.array(z.strictObject({ value: z.string().min(1) }));

/** Components that people operate, by tag. */
export const CONTROL_SHAPES = {
  button: Button,
  input: Input,
  select_static: z.strictObject({
    tag: z.literal('select_static'),
    ...choice,
    options: Options,
    initial_option: z.string().optional(),
    initial_index: z.int().min(0).optional(),
  }),
  multi_select_static: z.strictObject({
    tag: z.literal('multi_select_static'),
    ...choice,
    options: Options,
    selected_values: z.array(z.string()).optional(),
  }),
  select_person: z.strictObject({
    tag: z.literal('select_person'),
    ...choice,
    options: People.optional(),
    initial_option: z.string().optional(),
  }),
  multi_select_person: z.strictObject({
    tag: z.literal('multi_select_person'),
    ...choice,
    options: People.optional(),
    selected_values: z.array(z.string()).optional(),
  }),
  date_picker: z.strictObject({
    tag: z.literal('date_picker'),
    ...choice,
    initial_date: z.iso.date().optional(),
  }),
  picker_time: z.strictObject({
    tag: z.literal('picker_time'),
    ...choice,
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
  }),
  picker_datetime: z.strictObject({
    tag: z.literal('picker_datetime'),
    ...choice,
    initial_datetime: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
      .optional(),
  }),
  checker: z.strictObject({
    tag: z.literal('checker'),
    ...control,
    checked: z.boolean().optional(),
    text: AnyText.optional(),
    overall_checkable: z.boolean().optional(),
    button_area: z.record(z.string(), z.unknown()).optional(),
    checked_style: z
      .strictObject({
        show_strikethrough: z.boolean().optional(),
        opacity: z.number().min(0).max(1).optional(),
      })
      .optional(),
    padding: z.string().optional(),
  }),
  overflow: z.strictObject({
    tag: z.literal('overflow'),
    ...control,
    options: z
      .array(
        z.strictObject({ text: PlainText, value: z.string().optional(), multi_url: MultiUrl.optional() }),
      )
      .min(1),
  }),
} as const;

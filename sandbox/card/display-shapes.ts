import { z } from 'zod';
import { AnyText, Color, common, Horizontal, Icon, PlainText, TextSize, Vertical } from './shared-shapes.ts';

const Markdown = z.strictObject({
  tag: z.literal('markdown'),
  ...common,
  content: z.string(),
  i18n_content: z.record(z.string(), z.string()).optional(),
  text_size: TextSize.optional(),
  text_align: Horizontal.optional(),
  icon: Icon.optional(),
});

const Div = z.strictObject({
  tag: z.literal('div'),
  ...common,
  text: AnyText.optional(),
  icon: Icon.optional(),
  width: z.string().optional(),
});

const Image = z.strictObject({
  tag: z.literal('img'),
  ...common,
  img_key: z.string().min(1),
  alt: PlainText,
  title: AnyText.optional(),
  scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
  size: z.string().optional(),
  corner_radius: z.string().optional(),
  transparent: z.boolean().optional(),
  preview: z.boolean().optional(),
});

const ImageCombination = z.strictObject({
  tag: z.literal('img_combination'),
  ...common,
  combination_mode: z.enum(['double', 'triple', 'bisect', 'trisect']),
  combination_transparent: z.boolean().optional(),
  corner_radius: z.string().optional(),
  img_list: z.array(z.strictObject({ img_key: z.string().min(1), transparent: z.boolean().optional() })),
});

const PersonSize = z.enum(['extra_small', 'small', 'medium', 'large']);

const Person = z.strictObject({
  tag: z.literal('person'),
  ...common,
  user_id: z.string().min(1),
  size: PersonSize.optional(),
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  style: z.enum(['normal', 'capsule']).optional(),
});

const PersonList = z.strictObject({
  tag: z.literal('person_list'),
  ...common,
  persons: z.array(z.strictObject({ id: z.string().min(1) })),
  size: PersonSize.optional(),
  lines: z.int().min(1).optional(),
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  drop_invalid_user_id: z.boolean().optional(),
});

const Chart = z.strictObject({
  tag: z.literal('chart'),
  ...common,
  chart_spec: z.record(z.string(), z.unknown()),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  color_theme: z.string().optional(),
  preview: z.boolean().optional(),
  height: z.string().optional(),
});

const Column = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  data_type: z.enum(['text', 'lark_md', 'markdown', 'options', 'number', 'persons', 'date']).optional(),
  width: z
    .string()
    .regex(/^(auto|\d{1,3}(\.\d+)?(px|%))$/)
    .optional(),
  horizontal_align: Horizontal.optional(),
  vertical_align: Vertical.optional(),
  date_format: z.string().optional(),
  format: z
    .strictObject({
      symbol: z.string().optional(),
      precision: z.int().min(0).max(10).optional(),
      separator: z.boolean().optional(),
      seperator: z.boolean().optional(),
    })
    .optional(),
});

const Table = z.strictObject({
  tag: z.literal('table'),
  ...common,
  page_size: z.int().min(1).max(10).optional(),
  row_height: z
    .union([z.enum(['low', 'middle', 'high', 'auto']), z.string().regex(/^\d{2,3}px$/)])
    .optional(),
  row_max_height: z
    .string()
    .regex(/^\d{2,3}px$/)
    .optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: Horizontal.optional(),
      text_size: TextSize.optional(),
      background_style: z.enum(['none', 'grey']).optional(),
      text_color: Color.optional(),
      bold: z.boolean().optional(),
      lines: z.int().min(1).optional(),
    })
    .optional(),
  columns: z.array(Column).min(1).max(50),
  rows: z.array(z.record(z.string(), z.unknown())),
});

/** Elements that only show something, by tag. */
export const DISPLAY_SHAPES = {
  markdown: Markdown,
  div: Div,
  hr: z.strictObject({ tag: z.literal('hr'), ...common }),
  img: Image,
  img_combination: ImageCombination,
  person: Person,
  person_list: PersonList,
  chart: Chart,
  table: Table,
} as const;

import { z } from 'zod';
import {
  AnyText,
  Children,
  Color,
  Icon,
  Link,
  Locales,
  layout,
  MultiUrl,
  Padding,
  PlainText,
} from './shared-shapes.ts';

const PerDevice = z.strictObject({
  default: z.string().optional(),
  pc: z.string().optional(),
  mobile: z.string().optional(),
});

const Config = z.strictObject({
  update_multi: z.literal(true).optional(),
  enable_forward: z.boolean().optional(),
  enable_forward_interaction: z.boolean().optional(),
  width_mode: z.enum(['default', 'compact', 'fill']).optional(),
  summary: z.strictObject({ content: z.string().optional(), i18n_content: Locales.optional() }).optional(),
  locales: z.array(z.string()).optional(),
  use_custom_translation: z.boolean().optional(),
  streaming_mode: z.boolean().optional(),
  streaming_config: z.record(z.string(), z.unknown()).optional(),
  style: z
    .strictObject({
      text_size: z.record(z.string(), PerDevice).optional(),
      color: z.record(z.string(), z.strictObject({ light_mode: Color, dark_mode: Color })).optional(),
    })
    .optional(),
});

const TextTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: z.string().optional(),
  text: PlainText,
  color: Color.optional(),
});

const Header = z.strictObject({
  title: AnyText,
  subtitle: AnyText.optional(),
  text_tag_list: z.array(TextTag).max(3).optional(),
  i18n_text_tag_list: z.record(z.string(), z.array(TextTag).max(3)).optional(),
  template: z
    .enum([
      'blue',
      'wathet',
      'turquoise',
      'green',
      'yellow',
      'orange',
      'red',
      'carmine',
      'violet',
      'purple',
      'indigo',
      'grey',
      'default',
    ])
    .optional(),
  icon: Icon.optional(),
  padding: Padding.optional(),
});

/** The card around its elements; these are looked at one by one. */
export const CardShape = z.strictObject({
  schema: z.literal('2.0'),
  config: Config.optional(),
  card_link: MultiUrl.extend({ url: Link.optional() }).optional(),
  header: Header.optional(),
  body: z.strictObject({ ...layout, elements: Children }).optional(),
});

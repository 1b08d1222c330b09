import { z } from 'zod';

/**
 * Parts that many card elements share. Every object is strict: card JSON 2.0 refuses attributes it does not know.
 * Source of all shapes: "Card JSON 2.0 structure" and the page of each component.
 */

const ElementId = z.string().regex(/^[A-Za-z]\w{0,19}$/);

const Pixels = (least: number) =>
  z.string().refine((text) => {
    const parts = text.split(' ');
    const inRange = (part: string) => /^-?\d+(px)?$/.test(part) && Number.parseInt(part, 10) >= least;
    return (
      [1, 2, 4].includes(parts.length) &&
      parts.every((part) => inRange(part) && Number.parseInt(part, 10) <= 99)
    );
  }, `1, 2 or 4 pixel values from ${least} to 99`);

const Margin = Pixels(-99);
export const Padding = Pixels(0);
const Spacing = z.union([
  z.enum(['small', 'medium', 'large', 'extra_large']),
  z.string().regex(/^\d{1,2}px$/),
]);
export const Color = z.string().min(1);
export const TextSize = z.string().min(1);
export const Horizontal = z.enum(['left', 'center', 'right']);
export const Vertical = z.enum(['top', 'center', 'bottom']);
export const Locales = z.record(z.string(), z.string());

export const Link = z
  .string()
  .refine(
    (url) => url === '' || /^(https?:\/\/|lark:\/\/msgcard\/unsupported_action$)/.test(url),
    'an http(s) link',
  );

const textTraits = {
  content: z.string(),
  i18n_content: Locales.optional(),
  element_id: ElementId.optional(),
  text_size: TextSize.optional(),
  text_color: Color.optional(),
  text_align: Horizontal.optional(),
  lines: z.int().min(1).optional(),
};

export const PlainText = z.strictObject({ tag: z.literal('plain_text'), ...textTraits });
export const AnyText = z.discriminatedUnion('tag', [
  PlainText,
  z.strictObject({ tag: z.literal('lark_md'), ...textTraits }),
]);
export const TitleText = z.discriminatedUnion('tag', [
  PlainText,
  z.strictObject({ tag: z.literal('lark_md'), ...textTraits }),
  z.strictObject({ tag: z.literal('markdown'), ...textTraits }),
]);

export const Icon = z.strictObject({
  tag: z.enum(['standard_icon', 'custom_icon']),
  token: z.string().optional(),
  color: Color.optional(),
  img_key: z.string().optional(),
  size: z.string().optional(),
});

export const MultiUrl = z.strictObject({
  url: Link.optional(),
  pc_url: Link.optional(),
  ios_url: Link.optional(),
  android_url: Link.optional(),
});

export const Behaviors = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) }),
    z.strictObject({
      type: z.literal('open_url'),
      default_url: Link.optional(),
      pc_url: Link.optional(),
      ios_url: Link.optional(),
      android_url: Link.optional(),
    }),
  ]),
);

export const Confirm = z.strictObject({ title: PlainText, text: PlainText });

/** What every element may carry. */
export const common = { element_id: ElementId.optional(), margin: Margin.optional() };

/** How a container lays out its children; these are looked at one by one, not as part of their container. */
export const layout = {
  direction: z.enum(['vertical', 'horizontal']).optional(),
  horizontal_spacing: Spacing.optional(),
  vertical_spacing: Spacing.optional(),
  horizontal_align: Horizontal.optional(),
  vertical_align: Vertical.optional(),
  padding: Padding.optional(),
};

export const Children = z.array(z.unknown());

/** What every component that people operate may carry. */
export const control = {
  ...common,
  name: z.string().min(1).max(100).optional(),
  required: z.boolean().optional(),
  disabled: z.boolean().optional(),
  disabled_tips: PlainText.optional(),
  hover_tips: PlainText.optional(),
  width: z.string().optional(),
  confirm: Confirm.optional(),
  behaviors: Behaviors.optional(),
};

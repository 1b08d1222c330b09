import { z } from 'zod';
import {
  Behaviors,
  Children,
  Color,
  Confirm,
  common,
  Icon,
  layout,
  MultiUrl,
  Padding,
  PlainText,
  TitleText,
  Vertical,
} from './shared-shapes.ts';

const Action = z.strictObject({ multi_url: MultiUrl });

const Form = z.strictObject({
  tag: z.literal('form'),
  ...common,
  ...layout,
  name: z.string().min(1).optional(),
  confirm: Confirm.optional(),
  elements: Children,
});

const ColumnSet = z.strictObject({
  tag: z.literal('column_set'),
  ...common,
  horizontal_spacing: layout.horizontal_spacing,
  horizontal_align: layout.horizontal_align,
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  background_style: Color.optional(),
  action: Action.optional(),
  columns: Children,
});

const Column = z.strictObject({
  tag: z.literal('column'),
  ...common,
  ...layout,
  background_style: Color.optional(),
  width: z.union([z.enum(['auto', 'weighted']), z.string().regex(/^\d{2,3}px$/)]).optional(),
  weight: z.int().min(1).max(5).optional(),
  action: Action.optional(),
  elements: Children.optional(),
});

const Panel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  ...common,
  ...layout,
  expanded: z.boolean().optional(),
  background_color: Color.optional(),
  header: z.strictObject({
    title: TitleText.optional(),
    background_color: Color.optional(),
    vertical_align: Vertical.optional(),
    padding: Padding.optional(),
    position: z.enum(['top', 'bottom']).optional(),
    width: z.enum(['fill', 'auto', 'auto_when_fold']).optional(),
    icon: Icon.optional(),
    icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
    icon_expanded_angle: z.literal([-180, -90, 90, 180]).optional(),
  }),
  border: z.strictObject({ color: Color.optional(), corner_radius: z.string().optional() }).optional(),
  elements: Children.optional(),
});

const InteractiveContainer = z.strictObject({
  tag: z.literal('interactive_container'),
  ...common,
  ...layout,
  width: z.string().optional(),
  height: z.string().optional(),
  background_style: Color.optional(),
  has_border: z.boolean().optional(),
  border_color: Color.optional(),
  corner_radius: z.string().optional(),
  disabled: z.boolean().optional(),
  disabled_tips: PlainText.optional(),
  hover_tips: PlainText.optional(),
  confirm: Confirm.optional(),
  behaviors: Behaviors.optional(),
  elements: Children,
});

/** Elements that hold others, by tag. */
export const CONTAINER_SHAPES = {
  form: Form,
  column_set: ColumnSet,
  column: Column,
  collapsible_panel: Panel,
  interactive_container: InteractiveContainer,
} as const;

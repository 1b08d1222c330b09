import type { z } from 'zod';
import type { CircularFacts } from '../domain/circular/circular-facts.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import type { MonthViewId } from '../domain/report/month-views.ts';
import type { FillTemplate } from './template/compile-template.ts';

export type Facts = MonthFacts | CircularFacts;

/** What a template's fields are filled from: a month in one of its forms, or a circular. */
export type Form = MonthViewId | 'circular';

export interface Template {
  /** Name of its folder: `work-report`. */
  readonly id: string;
  /** What people call it: `工作报告`. */
  readonly name: string;
  /** One line for lists; may be empty. */
  readonly purpose: string;
  readonly form: Form;
  /** SHA-256 of the text that is filled, as hex: with the facts it says what a file was made from. */
  readonly hash: string;
  /** Fields it may name; a view must fit. */
  readonly view: z.ZodType<object>;
  readonly sampleFacts: Facts;
  readonly fill: FillTemplate;
}

export type Templates = ReadonlyMap<string, Template>;

/** A template of the operator's own, as read from its folder; in place of the one of the same id. */
export interface OwnTemplate {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly form: MonthViewId;
  /** Names the text in messages. */
  readonly file: string;
  readonly source: string;
}

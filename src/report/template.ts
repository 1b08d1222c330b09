import type { z } from 'zod';
import type { CircularFacts } from '../domain/circular/circular-facts.ts';
import type { MonthFacts } from '../domain/report/facts.ts';
import type { MonthViewId, TemplateForm } from '../domain/report/month-views.ts';
import type { SecrecyFacts } from '../domain/secrecy/secrecy-facts.ts';
import type { FillTemplate } from './template/compile-template.ts';

export type Facts = MonthFacts | CircularFacts | SecrecyFacts;

/** A template as it was read, not yet checked. */
export interface TemplateText {
  /** Name of its folder: `work-report`. */
  readonly id: string;
  /** What people call it: `工作报告`. */
  readonly name: string;
  /** One line for lists; may be empty. */
  readonly purpose: string;
  readonly form: TemplateForm;
  /** Fields it may name; a view must fit. */
  readonly view: z.ZodType<object>;
  /** Names the text in messages. */
  readonly file: string;
  readonly source: string;
  /** SHA-256 of the text that is filled, as hex: with the facts it says what a file was made from. */
  readonly hash: string;
}

export interface Template extends TemplateText {
  readonly sampleFacts: Facts;
  readonly fill: FillTemplate;
}

export type Templates = ReadonlyMap<string, Template>;

/** A template of the operator's own, as read from its folder; in place of the one of the same id. */
export interface OwnTemplate extends Pick<TemplateText, 'id' | 'name' | 'purpose' | 'file' | 'source'> {
  readonly form: MonthViewId;
}

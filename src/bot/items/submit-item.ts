import { type Department, departmentName } from '../../domain/department/department.ts';
import { checkItem, type ItemWarning } from '../../domain/item/check-item.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { isNilWord } from '../../domain/item/nil-word.ts';
import { type SplitSubmission, splitSubmission, withDateLine } from '../../domain/item/split-submission.ts';
import { dateOf } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { answerCommission, type CommissionAnswer } from '../commission/answer-commission.ts';
import type { CommandContext, MessageFiles } from '../context.ts';
import { OpenQuestion, readAnswer } from '../open-question.ts';
import { askReviewers } from './ask-reviewers.ts';
import { askToMerge } from './ask-to-merge.ts';
import { type AttachedFiles, attachFiles } from './attach-files.ts';
import { chooseDepartment } from './choose-department.ts';
import { type ChosenSection, chooseSection } from './choose-section.ts';
import { readDate } from './edit-item.ts';
import { openLikeness } from './find-like-items.ts';
import { storeItem } from './store-item.ts';
import { type CompiledBefore, tellOfLatecomer } from './tell-of-latecomer.ts';

export interface SubmittedItem {
  readonly item: ItemRecord;
  readonly department: string;
  readonly warnings: readonly ItemWarning[];
  /** Items this one looks like. */
  readonly duplicates: readonly ItemRecord[];
  readonly section: ChosenSection;
  /** The version of the month's report that is out already, and has to be compiled again for this item. */
  readonly compiled: CompiledBefore | undefined;
  /** Names of those who were asked to review it. Nobody could be: empty. */
  readonly reviewers: readonly string[];
  /** What became of the commission it names; undefined when it names none. */
  readonly commission: CommissionAnswer | undefined;
  /** How many files came with it, and how many of them were too many. */
  readonly files: AttachedFiles;
}

export interface SubmitOptions {
  /** The week (ISO) it is reported late for. */
  readonly lateFor?: string;
  /** The department it is sent in for; else the sender's own, or the one the text names. */
  readonly department?: Department;
  /** Where the text came from, when that is no message of the sender's own. */
  readonly sourceId?: string;
  /** Pictures and files that belong to it. */
  readonly files?: MessageFiles;
  /** The commission it answers (`c3`), where the text does not say so itself. */
  readonly commission?: string;
}

/**
 * Stores what a correspondent wrote as an item and puts it before its reviewers. Throws UserError for a department or a
 * date that can't be used; nothing is stored then.
 */
export async function submitItem(
  ctx: CommandContext,
  written: string,
  options: SubmitOptions = {},
): Promise<SubmittedItem> {
  const { lateFor, department: named, sourceId } = options;
  const { department, text } = named
    ? { department: named, text: written }
    : await chooseDepartment(ctx, written, sourceId);
  const { split, eventDate } = await settleDate(ctx, readSubmission(text, lateFor), sourceId);
  const sentOn = dateOf(ctx.source.sentAt);
  const section = await chooseSection(ctx, {
    text: `${split.title}\n${split.body}`,
    written: split.fields.section,
  });
  const name = departmentName(department, sentOn);
  const duplicates = (await openLikeness(ctx))(split);
  const { campaign, outlets } = split.fields;
  const item = await storeItem(ctx, {
    department,
    title: split.title,
    body: split.body,
    section: section.name,
    eventDate,
    campaign,
    outlets,
    lateFor,
    sourceId: sourceId ?? ctx.source.messageId,
  });
  const commission = await answerCommission(ctx, item, split.fields.commission ?? options.commission);
  const files = await attachFiles(ctx, item, options.files);
  const reviewers = item.state === 'submitted' ? await askReviewers(ctx, item) : [];
  await askToMerge(ctx, item, duplicates);
  const compiled = await tellOfLatecomer(ctx, item);
  const { secrecyWords } = ctx.group.settings;
  const checked = { title: split.title, body: split.body, submittedOn: sentOn, secrecyWords };
  const warnings = checkItem(eventDate === undefined ? checked : { ...checked, eventDate });
  return { item, department: name, warnings, duplicates, section, files, compiled, reviewers, commission };
}

/**
 * The day of the event, and the item without the line that gave it. A line that gives none is asked about
 * (OpenQuestion); one that cannot be read may be prose, so it goes back into the text.
 */
async function settleDate(ctx: CommandContext, split: SplitSubmission, about = ctx.source.messageId) {
  const { date: written } = split.fields;
  if (written === undefined) return { split, eventDate: undefined };
  const sentOn = dateOf(ctx.source.sentAt);
  try {
    return { split, eventDate: readDate(written, sentOn) };
  } catch (mistake) {
    if (!(mistake instanceof UserError)) throw mistake;
    const answer = await readAnswer(ctx, { kind: 'date', about });
    if (answer === undefined) {
      throw new OpenQuestion(ctx, mistake, { kind: 'date', about, written, options: [] });
    }
    const kept = mistake.code === 'date.unknown' ? withDateLine(split, written) : split;
    return { split: kept, eventDate: answer === '' ? undefined : readDate(answer, sentOn) };
  }
}

/** Refuses what is no item: nothing at all, not a word, or a word for nothing. */
function readSubmission(text: string, lateFor: string | undefined): SplitSubmission {
  const split = splitSubmission(text);
  if (!/[\p{L}\p{N}]/u.test(split.title)) throw new UserError('item.empty');
  if (isNilWord(split.title)) throw new UserError(lateFor === undefined ? 'nil.instead' : 'nil.late');
  return split;
}

import { matchSection } from '../../domain/item/guess-section.ts';
import type { FieldChange, ItemEdit } from '../../domain/item/item-edit.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { nextState } from '../../domain/item/item-state.ts';
import type { Card } from '../../domain/message/card.ts';
import { LONGEST_INPUT } from '../../domain/message/card.ts';
import { monthOf } from '../../domain/period/month.ts';
import { FORESEEN_DAYS } from '../../domain/period/parse-date.ts';
import { parseDate } from '../../domain/period/parse-period.ts';
import { dateOf, fromStamp, type PlainDate, toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { texts } from '../../kernel/text/texts.ts';
import { isAllowed } from '../authorize.ts';
import type { CommandContext } from '../context.ts';
import { followFrozen } from '../report/late-items.ts';
import { askReviewers } from './ask-reviewers.ts';
import { isOwnItem } from './find-item.ts';

/** An edit with what the history shall say about it. */
type NotedEdit = ItemEdit & {
  readonly note?: string;
  /** It answers a return: a returned item goes before its reviewers again even if these are the words it has. */
  readonly answersReturn?: true;
};

export interface EditedItem {
  readonly item: ItemRecord;
  /** Old → new, only what is different. Empty: nothing was stored, unless a return was answered. */
  readonly changes: readonly FieldChange[];
}

/** Throws UserError unless this person may edit the item: its author, its department's people, editors and leads. */
export function refuseEditing(ctx: CommandContext, item: ItemRecord): void {
  if (!isOwnItem(ctx, item) && !isAllowed(ctx.actor, ['editor', 'lead'])) {
    throw new UserError('item.not-yours', { ref: item.number });
  }
}

/**
 * Stores an edit as the next revision. A new title, text or date sends the item back to the first review; a new section
 * leaves it where it is. Throws UserError for what can't be read, and for a closed item.
 */
export async function editItem(
  ctx: CommandContext,
  item: ItemRecord,
  { note, answersReturn, ...edit }: NotedEdit,
): Promise<EditedItem> {
  const wanted = readEdit(ctx, item, edit);
  const changes = listChanges(item, wanted);
  const comesBack = answersReturn === true && item.state === 'returned';
  if (changes.length === 0 && !comesBack) return { item, changes };
  const restarts =
    comesBack || changes.some(({ field }) => field === 'title' || field === 'body' || field === 'date');
  const next = nextState(item, 'edit', ctx.group.settings.reviewLevels);
  if (!next.ok) {
    throw new UserError('item.state', { ref: item.number, state: texts(ctx.locale).states[item.state] });
  }
  const progress = restarts ? { state: next.state, approvals: next.approvals } : {};
  const by = {
    actorId: ctx.actor.id,
    at: toStamp(ctx.now),
    action: restarts ? 'edit' : 'section',
    ...(note !== undefined && { note }),
  } as const;
  const edited = await ctx.repos.items.change(item, { ...wanted, ...progress }, by);
  if (edited.section !== item.section) await ctx.repos.itemPlaces.drop(item.id);
  await followFrozen(ctx, edited);
  return { item: edited, changes };
}

/** As `editItem`; an item that now waits for review is put before its reviewers. */
export async function editAndAsk(
  ctx: CommandContext,
  item: ItemRecord,
  edit: NotedEdit,
): Promise<EditedItem> {
  const edited = await editItem(ctx, item, edit);
  if (edited.changes.length > 0 && edited.item.state === 'submitted') await askReviewers(ctx, edited.item);
  return edited;
}

/** What an edit would change, without storing it. Throws UserError for what can't be read. */
export function previewEdit(ctx: CommandContext, item: ItemRecord, edit: ItemEdit): readonly FieldChange[] {
  return listChanges(item, readEdit(ctx, item, edit));
}

/** A form with what the item holds now. Only for texts that fit the platform's fields whole: nothing may be cut away. */
export function editForm(
  ctx: CommandContext,
  item: ItemRecord,
  submit: { label: string; action: string },
): Card {
  const { edit, receipt } = texts(ctx.locale);
  if (item.title.length > LONGEST_INPUT || item.body.length > LONGEST_INPUT) {
    throw new UserError('edit.too-long', { ref: item.number });
  }
  const data = { group: ctx.group.id, item: item.number, revision: String(item.revision) };
  return {
    tone: 'info',
    title: edit.formTitle(item.serial),
    blocks: [
      {
        kind: 'form',
        fields: [
          { kind: 'line', name: 'title', label: receipt.itemTitle, value: item.title, required: true },
          { kind: 'paragraph', name: 'body', label: receipt.body, value: item.body, required: true },
          {
            kind: 'date',
            name: 'date',
            label: receipt.eventDate,
            ...(item.eventDate && { value: item.eventDate }),
          },
          {
            kind: 'choice',
            name: 'section',
            label: receipt.section,
            options: ctx.group.settings.sections.map(({ name }) => name),
            value: item.section,
          },
        ],
        submit: { ...submit, style: 'primary', data },
      },
    ],
  };
}

/** What came back from `editForm`. An empty date stays what it was: a picker can't be emptied. */
export function readForm(form: Readonly<Record<string, string>>): ItemEdit {
  const { title, body, date, section } = form;
  return {
    ...(title && { title }),
    ...(body && { body }),
    ...(date && { date: date.slice(0, 'YYYY-MM-DD'.length) }),
    ...(section && { section }),
  };
}

type Wanted = Partial<
  Pick<ItemRecord, 'title' | 'body' | 'eventDate' | 'month' | 'section' | 'campaign' | 'outlets'>
>;

function readEdit(ctx: CommandContext, item: ItemRecord, edit: ItemEdit): Wanted {
  const date = edit.date === undefined ? undefined : readDate(edit.date, dateOf(fromStamp(item.submittedAt)));
  return {
    ...(edit.title && { title: edit.title.trim() }),
    ...(edit.body && { body: edit.body.trim() }),
    ...(date && { eventDate: date.toString(), month: monthOf(date) }),
    ...(edit.section && { section: readSection(ctx, edit.section) }),
    ...(edit.campaign && { campaign: edit.campaign.trim() }),
    ...(edit.outlets && { outlets: edit.outlets.trim() }),
  };
}

/** The first day of `11月16日至18日`, `11月16日-11月18日`. */
const DATE_RANGE = /^([^\n]{0,12}[日号])\s*[至到\-–—~～－]\s*[^\n]{1,15}[日号]$/u;

/** A date the writer gave, of a range its first day, read from the day of submission. Throws UserError for any other. */
export function readDate(written: string, today: PlainDate): PlainDate {
  const answer = parseDate(written.trim().replace(DATE_RANGE, '$1'), today);
  if (answer.kind === 'ok') {
    if (today.until(answer.date).days <= FORESEEN_DAYS) return answer.date;
    throw new UserError('date.future', { date: written });
  }
  throw new UserError(answer.kind === 'impossible' ? 'date.impossible' : 'date.unknown', { date: written });
}

function readSection(ctx: CommandContext, written: string): string {
  const { sections } = ctx.group.settings;
  const name = matchSection(written, sections);
  if (name !== undefined) return name;
  const known = texts(ctx.locale).list(sections.map((section) => section.name));
  throw new UserError('section.unknown', { name: written, known });
}

function listChanges(item: ItemRecord, wanted: Wanted): FieldChange[] {
  const now: Record<keyof ItemEdit, string> = {
    title: item.title,
    body: item.body,
    date: item.eventDate ?? '',
    section: item.section,
    campaign: item.campaign ?? '',
    outlets: item.outlets ?? '',
  };
  const next = { ...wanted, date: wanted.eventDate };
  return (Object.keys(now) as (keyof ItemEdit)[]).flatMap((field) => {
    const to = next[field];
    return to === undefined || to === now[field] ? [] : [{ field, from: now[field], to }];
  });
}

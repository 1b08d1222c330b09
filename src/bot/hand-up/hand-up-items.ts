import { departmentName } from '../../domain/department/department.ts';
import { digestOf, type HandedUpText } from '../../domain/hand-up/item-origin.ts';
import { guessSection, matchSection } from '../../domain/item/guess-section.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { printedText } from '../../domain/item/wording.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { parseDay, toStamp } from '../../kernel/clock.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { askReviewersOfAll } from '../items/ask-reviewers.ts';
import { editItem } from '../items/edit-item.ts';
import { openLikeness } from '../items/find-like-items.ts';
import { storeItem } from '../items/store-item.ts';
import { tellOfLatecomers } from '../items/tell-of-latecomer.ts';
import { followAnswers } from '../reminder/follow-answers.ts';
import type { Candidate } from './list-candidates.ts';
import { receivedCard } from './received-card.ts';
import type { HandedUp, Sending } from './sending.ts';
import { unitOf } from './unit-of.ts';

interface HandUpWords {
  readonly corrected: (month: string, version: number) => string;
}

const WORDS: Words<HandUpWords> = {
  'zh-CN': { corrected: (month, version) => `下级单位更正后重新报送（${month}定稿第 ${version} 版）` },
  en: { corrected: (month, version) => `corrected below (final version ${version} of ${month})` },
};

type Corrected = Extract<Candidate['standing'], { kind: 'corrected' }>;

/** As many lines as a card holds whole; what is left over can be handed up right after. */
export const MOST_AT_ONCE = 50;

/**
 * Makes items of this group's final report items of the upper group, sent in by the department that this group is there:
 * with one card for all, put before that group's reviewers, noted in both logs.
 */
export async function handUpItems(ctx: CommandContext, sending: Sending): Promise<readonly HandedUp[]> {
  const { up, department } = sending.way;
  const { month, version } = sending.version;
  const names = await nameOwners(ctx, sending);
  const findAlike = await openLikeness(up);
  const handedUp: HandedUp[] = [];
  for (const candidate of sending.candidates) {
    const { standing, text } = candidate;
    if (standing.kind === 'corrected') {
      const above = await correct(ctx, sending, { ...candidate, standing });
      handedUp.push({ candidate, above, alike: [], replaced: wasReworded(standing, text) });
    } else {
      const alike = findAlike(text);
      const above = await receive(ctx, sending, { candidate, owners: names(candidate) });
      handedUp.push({ candidate, above, alike, replaced: false });
    }
  }
  await copyFiles(ctx, handedUp);
  await tellOfLatecomers(
    up,
    handedUp.filter(({ candidate }) => candidate.standing.kind === 'new').map(({ above }) => above),
  );
  const items = handedUp.length;
  const waiting = handedUp.map(({ above }) => above).filter(({ state }) => state === 'submitted');
  const reviewers = await askByAuthor(up, waiting);
  await up.send({
    key: `received:${ctx.ids.next()}`,
    target: { kind: 'chat', chatId: up.group.id },
    message: { kind: 'card', card: receivedCard(up, { sending, handedUp, reviewers }) },
  });
  await ctx.audit('items.hand-up', { unit: unitOf(up.group), month, version, items });
  await up.audit('items.receive', { department: department.id, month, version, items });
  await followAnswers(up);
  return handedUp;
}

async function copyFiles(ctx: CommandContext, handedUp: readonly HandedUp[]): Promise<void> {
  for (const { candidate, above } of handedUp) {
    const to = { itemId: above.id, groupId: above.groupId };
    await ctx.repos.attachments.copyKept(candidate.printed.id, to, () => ctx.ids.next());
  }
}

/** Nobody reviews what they sent in: a corrected item may be another lead's than those that are new. */
async function askByAuthor(up: CommandContext, waiting: readonly ItemRecord[]): Promise<readonly string[]> {
  const asked: string[] = [];
  for (const author of new Set(waiting.map(({ authorId }) => authorId))) {
    const own = waiting.filter(({ authorId }) => authorId === author);
    asked.push(...(await askReviewersOfAll(up, own)));
  }
  return [...new Set(asked)];
}

/** Whether what stood above was neither what had been handed up nor what is handed up now. */
function wasReworded({ origin, above }: Corrected, text: HandedUpText): boolean {
  const stood = digestOf({ ...printedText(above), eventDate: above.eventDate });
  return stood !== origin.digest && stood !== digestOf(text);
}

/** Names of the departments an item is of, in this group, on the last day of its report's month. */
async function nameOwners(
  ctx: CommandContext,
  { version }: Sending,
): Promise<(candidate: Candidate) => string> {
  const departments = await ctx.repos.departments.list(ctx.group.id);
  const names = new Map(version.facts.departments.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => {
    const department = departments.find((one) => one.id === id);
    return names.get(id) ?? (department ? departmentName(department, ctx.today) : '');
  };
  return ({ printed }) => texts(ctx.locale).list(printed.departmentIds.map(nameOf));
}

async function receive(
  ctx: CommandContext,
  { way: { up, department }, version }: Sending,
  { candidate, owners }: { readonly candidate: Candidate; readonly owners: string },
): Promise<ItemRecord> {
  const { printed, text } = candidate;
  const item = await storeItem(up, {
    department,
    title: text.title,
    body: text.body,
    section: sectionOf(up, printed),
    eventDate: text.eventDate === undefined ? undefined : parseDay(text.eventDate),
    sourceId: `up:${printed.id}:${up.group.id}`,
  });
  await ctx.repos.itemOrigins.insert(
    {
      itemId: item.id,
      groupId: up.group.id,
      originItemId: printed.id,
      originGroupId: ctx.group.id,
      unit: departmentName(department, up.today),
      number: printed.number,
      department: owners,
      month: version.month,
      version: version.version,
      digest: digestOf(text),
    },
    { by: ctx.actor.id, at: toStamp(ctx.now) },
  );
  return item;
}

/** The upper group's section of that name, else the one that its keywords speak for. */
function sectionOf(up: CommandContext, { section, title, body }: Candidate['printed']): string {
  const { sections, defaultSection } = up.group.settings;
  const named = matchSection(section, sections);
  return named ?? guessSection(`${title}\n${body}`, sections, defaultSection).section;
}

async function correct(
  ctx: CommandContext,
  { way: { up }, version: { month, version } }: Sending,
  { text, standing }: Candidate & { readonly standing: Corrected },
): Promise<ItemRecord> {
  const { title, body, eventDate } = text;
  const { item } = await editItem(up, standing.above, {
    title,
    body,
    ...(eventDate !== undefined && { date: eventDate }),
    note: WORDS[ctx.locale].corrected(describeMonth(month), version),
    // The upper group may have made the same correction by itself before it returned the item.
    answersReturn: true,
  });
  await ctx.repos.itemOrigins.renew(item.id, { month, version, digest: digestOf(text) });
  return item;
}

import type { Card, ClickAnswer } from '../../domain/message/card.ts';
import { isAnonymous } from '../../domain/people/anonymous.ts';
import type { Person } from '../../domain/people/role.ts';
import { texts } from '../../kernel/text/texts.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { CommandContext } from '../context.ts';
import { countHeld } from './find-held.ts';
import { HELD_WORDS } from './held-words.ts';
import { retirePerson } from './retire-person.ts';

/** Asks before a person's name and id are given up for ever, saying what stays. */
export async function askToAnonymize(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const refusal = await findRefusal(ctx, person);
  if (refusal !== undefined) return ctx.reply({ kind: 'notice', text: refusal });
  const saying =
    person.name === '' ? [] : await ctx.repos.personalData.itemsSaying(ctx.group.id, person.name);
  const here = await ctx.repos.people.isMember(ctx.group.id, person.id);
  const above = (await ctx.repos.personalData.groupsHolding(person.id)).some((id) => id !== ctx.group.id);
  const notes = [
    words.replaced,
    ...(above ? [words.above] : []),
    words.kept,
    ...(saying.length > 0
      ? [words.inTexts(texts(ctx.locale).list(saying.map((serial) => `#${serial}`)))]
      : []),
    ...(here ? [words.stillHere] : []),
  ];
  const card: Card = {
    tone: 'danger',
    title: words.ask(person.name),
    blocks: [
      {
        kind: 'list',
        items: await countHeld(ctx.repos, { groupId: ctx.group.id, person, locale: ctx.locale }),
      },
      { kind: 'text', text: notes.join('\n') },
      {
        kind: 'buttons',
        buttons: [
          {
            label: words.button,
            style: 'danger',
            action: 'audit.anonymize',
            data: { group: ctx.group.id, person: person.id },
            confirm: { title: words.confirmTitle, text: words.confirmText },
          },
        ],
      },
    ],
  };
  await answerPrivately(ctx, card, { key: 'ask-anonymize', sent: words.inPrivate });
}

/** Ends the person's posts and puts a pseudonym in their place. */
export async function anonymizePerson(ctx: CommandContext, personId: string): Promise<ClickAnswer> {
  const words = HELD_WORDS[ctx.locale];
  const { people, personalData } = ctx.repos;
  const groups = await personalData.groupsHolding(personId);
  if (!groups.includes(ctx.group.id)) {
    return { tone: 'info', notice: words.doneBefore, card: settled(words.doneBefore) };
  }
  const person = { id: personId, name: (await people.name(personId)) ?? '' };
  const refusal = await findRefusal(ctx, person);
  if (refusal !== undefined) return { tone: 'warning', notice: refusal };
  // Nobody writes the id anew meanwhile.
  await ctx.repos.groups.holdAll(groups);
  const { pseudonym, vacant } = await retirePerson(ctx.repos, {
    person,
    groups,
    actorId: ctx.actor.id,
    now: ctx.now,
    locale: ctx.locale,
  });
  const { list } = texts(ctx.locale);
  const own = vacant.filter(({ groupId }) => groupId === ctx.group.id).map(({ department }) => department);
  const notice = words.done(pseudonym.name) + (own.length > 0 ? words.vacant(list(own)) : '');
  return { tone: 'success', notice, card: settled(notice) };
}

async function findRefusal(ctx: CommandContext, { id }: Person): Promise<string | undefined> {
  const words = HELD_WORDS[ctx.locale];
  if (id === ctx.actor.id) return words.yourself;
  if (isAnonymous(id)) return words.doneBefore;
  const groups = await ctx.repos.personalData.groupsOf(id);
  return groups.some((group) => group !== ctx.group.id) ? words.elsewhere : undefined;
}

function settled(text: string): Card {
  return { tone: 'neutral', title: text, blocks: [] };
}

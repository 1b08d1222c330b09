import type { Card } from '../../domain/message/card.ts';
import type { Person } from '../../domain/people/role.ts';
import { texts } from '../../kernel/text/texts.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { CommandContext } from '../context.ts';
import { countHeld } from './find-held.ts';
import { heldTables } from './held-tables.ts';
import { HELD_WORDS } from './held-words.ts';

/** Shows what the group holds about a person, by kind, to the admin who asks. */
export async function showHeld(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const { roles, list } = texts(ctx.locale);
  const granted = await ctx.repos.people.roles(ctx.group.id, person.id);
  const named = granted.length === 0 ? [] : [words.roles(list(granted.map((role) => roles[role])))];
  const counts = await countHeld(ctx.repos, { groupId: ctx.group.id, person, locale: ctx.locale });
  const card: Card = {
    tone: 'info',
    title: words.title(person.name),
    blocks: [
      { kind: 'list', items: [words.identity(person.id), ...named, ...counts] },
      { kind: 'note', text: `${words.traces}${words.how}` },
    ],
  };
  await answerPrivately(ctx, card, { key: 'held', sent: words.inPrivate });
}

/** Sends all that is held about a person to the admin who asks, in private, as a spreadsheet with a sheet a kind. */
export async function sendHeld(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const tables = await heldTables(ctx.repos, { groupId: ctx.group.id, person, locale: ctx.locale });
  await ctx.send({
    key: `held:${ctx.source.messageId}`,
    target: { kind: 'person', personId: ctx.actor.id },
    message: { kind: 'tables', name: words.file(person.name), tables, format: 'xlsx' },
  });
  await ctx.audit('person.export', { people: [person.id] });
  await ctx.reply({ kind: 'notice', text: words.sent(person.name) });
}

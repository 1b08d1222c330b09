import type { Card } from '../../domain/message/card.ts';
import type { Person } from '../../domain/people/role.ts';
import { texts } from '../../kernel/text/texts.ts';
import { answerPrivately } from '../answer-privately.ts';
import type { CommandContext } from '../context.ts';
import { countHeld } from './find-held.ts';
import { HELD_WORDS } from './held-words.ts';

/** Shows what the group holds about a person, by kind, to the admin who asks. */
export async function showHeld(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const { roles, list } = texts(ctx.locale);
  const granted = await ctx.repos.people.roles(ctx.group.id, person.id);
  const named = granted.length === 0 ? [] : [words.roles(list(granted.map((role) => roles[role])))];
  const card: Card = {
    tone: 'info',
    title: words.title(person.name),
    blocks: [
      { kind: 'list', items: [words.identity(person.id), ...named, ...(await countHeld(ctx, person))] },
      { kind: 'note', text: `${words.traces}${words.how}` },
    ],
  };
  await answerPrivately(ctx, card, { key: 'held', sent: words.inPrivate });
}

/** Sends all rows about a person to the admin who asks, in private, as a sheet. */
export async function sendHeld(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const held = await ctx.repos.personalData.rowsOf(ctx.group.id, person.id);
  const rows = held.map(({ table, row }) => [words.kinds[table] ?? words.other, describeRow(row)]);
  await ctx.send({
    key: `held:${ctx.source.messageId}`,
    target: { kind: 'person', personId: ctx.actor.id },
    message: { kind: 'sheet', name: words.file(person.name), rows: [[...words.columns], ...rows] },
  });
  await ctx.audit('person.export', { people: [person.id] });
  await ctx.reply({ kind: 'notice', text: words.sent(person.name) });
}

/** `at: 2026-11-16T01:00:00.000Z; …`. */
function describeRow(row: Readonly<Record<string, unknown>>): string {
  const there = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  return there.map(([column, value]) => `${column}: ${String(value)}`).join('; ');
}

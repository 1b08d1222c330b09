import type { Person } from '../../domain/people/role.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { countHeld } from './find-held.ts';
import { HELD_WORDS } from './held-words.ts';

/** Far below what a cell of a sheet may hold. */
const LONGEST_CELL = 30_000;

/** Shows what the group holds about a person, by kind. */
export async function showHeld(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const { roles, list } = texts(ctx.locale);
  const granted = await ctx.repos.people.roles(ctx.group.id, person.id);
  const named = granted.length === 0 ? [] : [words.roles(list(granted.map((role) => roles[role])))];
  await ctx.reply({
    tone: 'info',
    title: words.title(person.name),
    blocks: [
      { kind: 'list', items: [words.identity(person.id), ...named, ...(await countHeld(ctx, person))] },
      { kind: 'note', text: `${words.traces}${words.how}` },
    ],
  });
}

/** Sends all rows about a person to the admin who asks, in private, as a sheet. */
export async function sendHeld(ctx: CommandContext, person: Person): Promise<void> {
  const words = HELD_WORDS[ctx.locale];
  const held = await ctx.repos.personalData.rowsOf(ctx.group.id, person.id);
  const rows = held.flatMap(({ table, row }) =>
    cellsOf(row).map((cell) => [words.kinds[table] ?? words.other, cell]),
  );
  await ctx.send({
    key: `held:${ctx.source.messageId}`,
    target: { kind: 'person', personId: ctx.actor.id },
    message: { kind: 'sheet', name: words.file(person.name), rows: [[...words.columns], ...rows] },
  });
  await ctx.audit('person.export', { people: [person.id] });
  await ctx.reply({ kind: 'notice', text: words.sent(person.name) });
}

/** `at: 2026-11-16T01:00:00.000Z; …`, in as many cells as it takes. */
function cellsOf(row: Readonly<Record<string, unknown>>): readonly string[] {
  const there = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  const text = there.map(([column, value]) => `${column}: ${String(value)}`).join('; ');
  const count = Math.max(1, Math.ceil(text.length / LONGEST_CELL));
  return Array.from({ length: count }, (_, nth) => text.slice(nth * LONGEST_CELL, (nth + 1) * LONGEST_CELL));
}

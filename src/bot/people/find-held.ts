import type { Person } from '../../domain/people/role.ts';
import type { Locale } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { HELD_WORDS } from './held-words.ts';
import type { PersonRepos } from './person-repos.ts';

/** Who is asked about: mentioned, or, having left, written by name. Refuses what is nobody or not one. */
export async function findPerson(
  ctx: CommandContext,
  mentioned: readonly Person[],
  written: readonly string[],
): Promise<Person> {
  const words = HELD_WORDS[ctx.locale];
  const [person, another] = mentioned;
  if (another !== undefined || (person !== undefined && written.length > 0)) return ctx.misuse(words.nobody);
  if (person !== undefined)
    return { id: person.id, name: (await ctx.repos.people.name(person.id)) ?? person.name };
  const [name] = written;
  if (name === undefined || written.length > 1) return ctx.misuse(words.nobody);
  const [found, second] = await ctx.repos.personalData.named(ctx.group.id, name);
  if (found === undefined) return ctx.misuse(words.unknown(name));
  return second === undefined ? found : ctx.misuse(words.several(name));
}

/** What a group holds about a person. */
export interface HeldIn {
  readonly groupId: string;
  readonly person: Person;
  readonly locale: Locale;
}

/** How many rows of each kind name the person, in words: `报送的信息 12 条`. */
export async function countHeld(
  { personalData }: Pick<PersonRepos, 'personalData'>,
  { groupId, person, locale }: HeldIn,
): Promise<readonly string[]> {
  const words = HELD_WORDS[locale];
  const counts = new Map<string, number>();
  for (const { table } of await personalData.rowsOf(groupId, person.id)) {
    const kind = words.kinds[table] ?? words.other;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => words.count(kind, count));
}

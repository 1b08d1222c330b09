import { departmentName } from '../../domain/department/department.ts';
import type { Person } from '../../domain/people/role.ts';
import { dateOf, type Instant, toStamp } from '../../kernel/clock.ts';
import type { Locale } from '../../kernel/text/texts.ts';
import { HELD_WORDS } from './held-words.ts';
import type { PersonRepos } from './person-repos.ts';

export interface Retirement {
  readonly person: Person;
  /** All groups that hold something about the person. */
  readonly groups: readonly string[];
  /** Who does it: a person's id, or `operator`. */
  readonly actorId: string;
  readonly now: Instant;
  readonly locale: Locale;
}

export interface Vacancy {
  readonly groupId: string;
  readonly department: string;
}

/**
 * Ends a person's roles and posts in some groups and puts a pseudonym in the place of name and id, everywhere and for
 * ever; each group's log has a line about it. Within a transaction. `vacant`: departments, by name,
 * that nobody reports for any more.
 */
export async function retirePerson(
  repos: PersonRepos,
  { person, groups, actorId, now, locale }: Retirement,
): Promise<{ readonly pseudonym: Person; readonly vacant: readonly Vacancy[] }> {
  const vacant: Vacancy[] = [];
  for (const groupId of groups) {
    const departments = await endPosts(repos, { groupId, person, now });
    vacant.push(...departments.map((department) => ({ groupId, department })));
  }
  const pseudonym = await repos.personalData.anonymize(person, HELD_WORDS[locale].pseudonym);
  for (const groupId of groups) {
    const entry = { groupId, at: toStamp(now), actorId, action: 'person.anonymize' };
    await repos.records.audit({ ...entry, detail: { people: [pseudonym.id] } });
  }
  return { pseudonym, vacant };
}

async function endPosts(
  { people, departments }: PersonRepos,
  { groupId, person, now }: { readonly groupId: string; readonly person: Person; readonly now: Instant },
): Promise<readonly string[]> {
  const today = dateOf(now);
  const vacant: string[] = [];
  for (const department of await departments.list(groupId)) {
    const present = department.reporters.filter(({ to }) => to === undefined);
    if (!present.some((reporter) => reporter.personId === person.id)) continue;
    await departments.endReporter(department.id, person.id, today.toString());
    if (present.every((reporter) => reporter.personId === person.id)) {
      vacant.push(departmentName(department, today));
    }
  }
  for (const role of await people.roles(groupId, person.id)) await people.revoke(groupId, person.id, role);
  await people.leave(groupId, [person.id], toStamp(now));
  return vacant;
}

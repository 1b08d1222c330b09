import { writeFile } from 'node:fs/promises';
import { countHeld } from '../bot/people/find-held.ts';
import { heldTables } from '../bot/people/held-tables.ts';
import type { PersonRepos } from '../bot/people/person-repos.ts';
import { retirePerson } from '../bot/people/retire-person.ts';
import { isAnonymous } from '../domain/people/anonymous.ts';
import type { Person } from '../domain/people/role.ts';
import { writeTables } from '../files/sheet/write-tables.ts';
import { systemClock, toStamp } from '../kernel/clock.ts';
import { SetupError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/text/texts.ts';
import type { OperatorStore } from '../store/operator-store.ts';

interface Known {
  readonly person: Person;
  /** Groups that hold something about the person. */
  readonly groups: readonly string[];
}

/** `admin export`: what a group holds about a person, as the chat's `/audit export` sends it, into a new file. Returns what to say. */
export async function exportPerson(
  store: OperatorStore,
  {
    groupId,
    id,
    out,
    locale,
  }: { readonly groupId: string; readonly id: string; readonly out: string; readonly locale: Locale },
): Promise<readonly string[]> {
  const tables = await store.aboutPeople(async (repos) => {
    const { person, groups } = await findKnown(repos, id);
    if (!groups.includes(groupId))
      throw new SetupError([`--person: the group ${groupId} holds nothing about ${id}`]);
    const entry = { groupId, at: toStamp(systemClock.now()), actorId: 'operator', action: 'person.export' };
    await repos.records.audit({ ...entry, detail: { people: [id] } });
    return heldTables(repos, { groupId, person, locale });
  });
  await writeNew(out, await writeTables(tables));
  return [`wrote ${out}: ${tables.length - 1} kinds of rows about ${id}; it is personal data, keep it safe`];
}

/**
 * `admin anonymize`: what the chat's `/audit anonymize` does, for a person of whatever groups. Without `--yes` it only
 * says what would be changed. Returns what to say.
 */
export async function anonymize(
  store: OperatorStore,
  { id, yes, locale }: { readonly id: string; readonly yes: boolean; readonly locale: Locale },
): Promise<readonly string[]> {
  return store.aboutPeople(async (repos) => {
    const known = await findKnown(repos, id);
    if (!yes) return preview(repos, known, locale);
    const { pseudonym, vacant } = await retirePerson(repos, {
      ...known,
      actorId: 'operator',
      now: systemClock.now(),
      locale,
    });
    return [
      `${id} is ${pseudonym.name} from now on, in ${known.groups.length} groups; reports and backups made before stay as they are`,
      ...vacant.map(({ department }) => `${department}: nobody reports for it any more`),
    ];
  });
}

async function preview(
  repos: PersonRepos,
  { person, groups }: Known,
  locale: Locale,
): Promise<readonly string[]> {
  const lines = [`${person.name} (${person.id})`];
  for (const groupId of groups) {
    lines.push(groupId, ...(await countHeld(repos, { groupId, person, locale })).map((line) => `  ${line}`));
  }
  return [...lines, 'nothing was changed; this cannot be undone: add --yes to go on'];
}

async function findKnown({ personalData, people }: PersonRepos, id: string): Promise<Known> {
  const groups = await personalData.groupsHolding(id);
  if (groups.length === 0 || isAnonymous(id)) {
    throw new SetupError([`--person: ${id} is not known here; "admin people --group oc_..." lists who is`]);
  }
  return { person: { id, name: (await people.name(id)) ?? '' }, groups };
}

/** Readable by its owner alone; never over a file that is there. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new SetupError([
      `--out: ${file} cannot be written: ${cause instanceof Error ? cause.message : cause}`,
    ]);
  }
}

import { isOpen, reportersOn } from '../domain/department/department.ts';
import type { Group } from '../domain/group/group.ts';
import type { Role } from '../domain/people/role.ts';
import { UserError } from '../kernel/errors.ts';
import type { Repos } from '../store/create-store.ts';
import type { Actor } from './context.ts';

/** What this person is in this group on a date (`YYYY-MM-DD`). */
export async function findActor(
  repos: Repos,
  where: { groupId: string; personId: string; today: string },
): Promise<Actor> {
  const { groupId, personId, today } = where;
  const departments = (await repos.departments.list(groupId)).filter(
    (department) =>
      isOpen(department, today) && reportersOn(department, today).some((r) => r.personId === personId),
  );
  const granted = await repos.people.roles(groupId, personId);
  const roles = new Set<Role>(['member', ...granted]);
  if (departments.length > 0) roles.add('correspondent');
  return { id: personId, name: (await repos.people.name(personId)) ?? '', roles, departments };
}

export type GroupChoice =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'ask'; readonly groups: readonly Group[] };

/** The group a private message is about: the only one, or the one chosen before. Throws `group.unknown` for none. */
export async function chooseGroup(repos: Repos, personId: string): Promise<GroupChoice> {
  const groups = await repos.groups.ofPerson(personId);
  const chosen = await repos.people.chosenGroup(personId);
  const group = groups.length === 1 ? groups[0] : groups.find((g) => g.id === chosen);
  if (group) return { kind: 'group', group };
  if (groups.length === 0) throw new UserError('group.unknown');
  return { kind: 'ask', groups };
}

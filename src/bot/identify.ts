import { isOpen, reportersOn } from '../domain/department/department.ts';
import type { Group } from '../domain/group/group.ts';
import type { MessageEvent } from '../domain/message/inbound.ts';
import type { Role } from '../domain/people/role.ts';
import { type Clock, dateOf } from '../kernel/clock.ts';
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

/** Who sent a message, in the group it is about; undefined while that is open, or for one of no group. */
export async function findSender(
  event: MessageEvent,
  { store, clock }: { readonly store: { readonly repos: Repos }; readonly clock: Clock },
): Promise<{ readonly group: Group; readonly actor: Actor } | undefined> {
  const { repos } = store;
  const group = await findGroup(repos, event);
  if (group === undefined) return undefined;
  const today = dateOf(clock.now()).toString();
  return { group, actor: await findActor(repos, { groupId: group.id, personId: event.senderId, today }) };
}

async function findGroup(repos: Repos, event: MessageEvent): Promise<Group | undefined> {
  if (event.chatType === 'group') return repos.groups.find(event.chatId);
  try {
    const choice = await chooseGroup(repos, event.senderId);
    return choice.kind === 'group' ? choice.group : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

export type GroupChoice =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'ask'; readonly groups: readonly Group[] };

/**
 * The group a private message is about: the only one, or the one chosen before. For none throws `group.unknown`, or
 * `group.archived` where there was one.
 */
export async function chooseGroup(repos: Repos, personId: string): Promise<GroupChoice> {
  const groups = await repos.groups.ofPerson(personId);
  const chosen = await repos.people.chosenGroup(personId);
  const group = groups.length === 1 ? groups[0] : groups.find((g) => g.id === chosen);
  if (group) return { kind: 'group', group };
  if (groups.length === 0) throw await missingGroup(repos, personId);
  return { kind: 'ask', groups };
}

async function missingGroup(repos: Repos, personId: string): Promise<UserError> {
  const [group] = await repos.groups.archivedOf(personId);
  if (group === undefined) return new UserError('group.unknown');
  return new UserError('group.archived', { group: group.name || group.settings.unitName });
}

import type { BotAddedEvent, BotRemovedEvent, MembersChangedEvent } from '../domain/message/inbound.ts';
import { toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { ContextDeps } from './create-context.ts';
import type { ChatMember } from './ports.ts';

/** The one who adds the bot becomes the group's first admin and gets a card with the next three steps. */
export async function handleBotAdded(
  repos: Repos,
  event: BotAddedEvent,
  members: readonly ChatMember[],
  deps: ContextDeps,
): Promise<void> {
  const at = toStamp(deps.clock.now());
  const group = await repos.groups.ensure(event.chatId, event.chatName, at);
  await reconcileMembers(repos, group.id, members, at);
  await repos.people.join(group.id, [event.operatorId], at);
  const holders = await repos.people.holders(group.id);
  if (!holders.some((holder) => holder.role === 'admin')) {
    await repos.people.grant(group.id, event.operatorId, 'admin', at);
  }
  const { welcome } = texts(deps.locale);
  await repos.outbox.add({
    key: `welcome:${event.eventId}`,
    groupId: group.id,
    target: { kind: 'chat', chatId: group.id },
    message: {
      kind: 'card',
      card: {
        tone: 'info',
        title: welcome.title,
        blocks: [
          { kind: 'text', text: welcome.intro },
          { kind: 'list', ordered: true, items: welcome.steps },
          { kind: 'buttons', buttons: [{ label: welcome.enable, style: 'primary', action: 'enable.press' }] },
          { kind: 'note', text: welcome.note },
        ],
      },
    },
  });
}

/** Whoever left while the bot was out of the group is not told of: with the whole list at hand they are found. */
async function dropAbsent(
  repos: Repos,
  groupId: string,
  members: readonly ChatMember[],
  at: string,
): Promise<void> {
  if (members.length === 0) return;
  const present = new Set(members.map((member) => member.personId));
  const gone = [...(await repos.people.members(groupId))].filter((personId) => !present.has(personId));
  await repos.people.leave(groupId, gone, at);
}

/** The group is archived: nothing comes due in it, and all that it has stays. Added again, the bot goes on. */
export async function handleBotRemoved(
  repos: Repos,
  event: BotRemovedEvent,
  deps: ContextDeps,
): Promise<void> {
  await repos.groups.markRemoved(event.chatId, toStamp(deps.clock.now()));
  // Nobody is there to read it, and its leads need not hear of each message by itself.
  await repos.outbox.dropOf(event.chatId, 'the bot is not in the group any more');
}

export async function handleMembersChanged(
  repos: Repos,
  event: MembersChangedEvent,
  deps: ContextDeps,
): Promise<void> {
  const at = toStamp(deps.clock.now());
  // Not `ensure` alone: an event that comes after the bot's removal must not bring the group back.
  if ((await repos.groups.hold(event.chatId)) === undefined) await repos.groups.ensure(event.chatId, '', at);
  if (event.kind === 'member-joined') return learnMembers(repos, event.chatId, event.people, at);
  await repos.people.leave(
    event.chatId,
    event.people.map((person) => person.personId),
    at,
  );
}

/** Makes the stored membership what the platform's whole list says. An empty list is no answer. */
export async function reconcileMembers(
  repos: Repos,
  groupId: string,
  members: readonly ChatMember[],
  at: string,
): Promise<void> {
  await dropAbsent(repos, groupId, members, at);
  await learnMembers(repos, groupId, members, at);
}

async function learnMembers(
  repos: Repos,
  groupId: string,
  members: readonly ChatMember[],
  at: string,
): Promise<void> {
  await repos.people.learn(members.map((member) => ({ id: member.personId, name: member.name })));
  await repos.people.join(
    groupId,
    members.map((member) => member.personId),
    at,
  );
}

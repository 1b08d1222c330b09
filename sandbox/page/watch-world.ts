import type { Traffic } from '../world/traffic.ts';
import type { World } from '../world/world.ts';
import { viewChats, viewMessage, viewPeople } from './describe-world.ts';
import type { Hub } from './hub.ts';

/** So much of the traffic can be looked at; what is older is forgotten. */
const TRAFFIC_KEPT = 300;

/** Tells the browsers of whatever happens, and keeps the latest traffic for those that come later. */
export function watchWorld(world: World, hub: Hub): { traffic(): readonly Traffic[] } {
  const traffic = new Map<string, Traffic>();
  let chatsKnown = 0;
  world.changes.watch((change) => {
    const roster = !('message' in change) || world.chats.size !== chatsKnown;
    chatsKnown = world.chats.size;
    hub.tell({
      ...(roster && { people: viewPeople(world), chats: viewChats(world) }),
      ...('message' in change && { messages: [viewMessage(world, change.message)] }),
    });
  });
  world.traffic.watch((note) => {
    traffic.set(note.id, note);
    const [oldest] = traffic.keys();
    if (traffic.size > TRAFFIC_KEPT && oldest !== undefined) traffic.delete(oldest);
    hub.tell({ traffic: [note] });
  });
  return { traffic: () => [...traffic.values()] };
}

import type { Person, World } from './world.ts';

export interface PersonOptions {
  /** Shown beside the name on the page. */
  readonly title?: string;
}

/** A new employee of the tenant; returns the open_id. Two people may share a name. */
export function createPerson(world: World, name: string, { title }: PersonOptions = {}): string {
  const person: Person = {
    id: `ou_${world.random.hex(32)}`,
    unionId: `on_${world.random.hex(32)}`,
    name,
    ...(title === undefined ? {} : { title }),
  };
  world.people.set(person.id, person);
  return person.id;
}

/** Throws when nobody has that id: in a scenario that is a slip of its author. */
export function personOf(world: World, personId: string): Person {
  const person = world.people.get(personId);
  if (!person) throw new Error(`no such person: ${personId}`);
  return person;
}

/** The name shown for a sender or a mention. */
export function nameOf(world: World, id: string): string {
  if (id === 'bot' || id === world.app.botOpenId) return world.app.botName;
  return world.people.get(id)?.name ?? id;
}

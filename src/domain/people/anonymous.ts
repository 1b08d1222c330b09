const PREFIX = 'anonymous-';

/** The id that takes the place of a person's, `nth` counted over the whole database. */
export function anonymousId(nth: number): string {
  return `${PREFIX}${nth}`;
}

/** Nobody any more: there is no one to write to. */
export function isAnonymous(personId: string): boolean {
  return personId.startsWith(PREFIX);
}

const SEPARATORS = [
  /^(.+?)[至到~～—–](.+)$/u,
  // A hyphen is a part of ISO dates and weeks, so that it can only stand behind these.
  /^(.+?[日号周月])-(.+)$/u,
  /^((?:\d{4}-?)?W\d{1,2})-((?:\d{4}-?)?W\d{1,2})$/iu,
];

/** `11月16日至29日` as its two ends, the second completed by what it leaves out; undefined when it is no range. */
export function splitRange(text: string): readonly [first: string, last: string] | undefined {
  const ends = SEPARATORS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (!ends) return undefined;
  const [, first = '', last = ''] = ends;
  return [first.trim(), completeDay(first.trim(), last.trim())];
}

/** `11月16日至29日`: the month is that of the first day. */
function completeDay(first: string, last: string): string {
  const month = /^(.*月)\d{1,2}[日号]$/u.exec(first)?.[1];
  return month !== undefined && /^\d{1,2}[日号]$/u.test(last) ? `${month}${last}` : last;
}

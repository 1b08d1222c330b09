/** A name as it is compared: width, case and white space do not count. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

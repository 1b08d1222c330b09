/**
 * What in a package-lock.json ties the project to one registry: a `resolved` address, or an address of a registry.
 * Without them `npm ci` works with whatever registry a machine is set up for.
 */
export function checkLockfile(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const place = `package-lock.json:${index + 1}`;
    if (/"resolved"\s*:\s*"https?:/.test(line)) {
      return [
        `${place}: holds a resolved address; run npm install with omit-lockfile-registry-resolved=true (.npmrc)`,
      ];
    }
    return /https?:\/\/[^"]*(registry|npmjs|npmmirror|verdaccio|artifactory|nexus)/i.test(line)
      ? [`${place}: names a registry; run npm install with omit-lockfile-registry-resolved=true (.npmrc)`]
      : [];
  });
}

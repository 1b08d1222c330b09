import { z } from 'zod';

/** Licences under which a production dependency may come: none asks for more than its own text and notice. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages that keep their licence in a file alone, read by hand. */
const READ_BY_HAND: Readonly<Record<string, string>> = { busboy: 'MIT', streamsearch: 'MIT' };

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().optional() })),
});

/** Production dependencies in a package-lock.json whose licence is not allowed, or not known. */
export function checkLicences(text: string): string[] {
  const { packages } = lockfile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, { license, dev }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    if (path === '' || dev === true) return [];
    const found = license ?? READ_BY_HAND[name] ?? 'no licence';
    return isAllowed(found)
      ? []
      : [`${name}: ${found}; choose another package, or add the licence in ${PLACE}`];
  });
}

const PLACE = 'tools/house/check-licences.ts';

/** `(MIT OR GPL-3.0-or-later)` needs one that is allowed, `(MIT AND Zlib)` both. */
function isAllowed(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  return inner
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => ALLOWED.has(licence.trim())));
}

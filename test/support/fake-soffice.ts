import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTestFolder } from './open-test-store.ts';

const HEAD = `#!/bin/sh
out=
while [ $# -gt 0 ]; do [ "$1" = --outdir ] && out=$2; shift; done
`;

/** A folder with a program named soffice that does as the shell lines say; `$out` is where the PDF is wanted. */
export function fakeSoffice(
  lines: string,
  folder = join(makeTestFolder(), 'bin'),
): { readonly folder: string; readonly program: string } {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'soffice');
  writeFileSync(program, `${HEAD}${lines}\n`);
  chmodSync(program, 0o755);
  return { folder, program };
}

import { posix } from 'node:path';
import { type Import, listImports } from './list-imports.ts';
import { ANYTHING, LOADERS, OUTER_ROOMS, PACKAGES, PURE_ROOMS, ROOMS, SEPARATE_FILES } from './rooms.ts';
import type { SourceFile, Violation } from './source-file.ts';

const TABLE = 'tools/house/rooms.ts';

/** The room a file lies in; undefined for a place that no room covers. */
export function roomOf(path: string): string | undefined {
  const [top = '', folder = '', ...rest] = path.split('/');
  if (OUTER_ROOMS.includes(top) && folder !== '') return top;
  if (top !== 'src') return undefined;
  const room = rest.length > 0 ? folder : folder === 'main.ts' ? 'main' : '';
  return Object.hasOwn(ROOMS, room) && !OUTER_ROOMS.includes(room) ? room : undefined;
}

/** Checks who imports whom: rooms, packages and built-in modules, type-only imports included. */
export function checkBoundaries(file: SourceFile): Violation[] {
  const { path } = file;
  const room = roomOf(path);
  if (room === undefined) {
    return [
      {
        path,
        line: 1,
        rule: 'room',
        message: `lies in no room that ${TABLE} names; move it, or add the room`,
      },
    ];
  }
  return listImports(file).flatMap((found) => {
    const message = complaint(room, path, found);
    return message === undefined
      ? []
      : [{ path, line: file.lineAt(found.offset), rule: 'boundary', message }];
  });
}

function complaint(room: string, path: string, { specifier }: Import): string | undefined {
  if (specifier === undefined) {
    if (LOADERS.includes(room) || ROOMS[room] === ANYTHING) return undefined;
    return `${room} may not import a computed name; write the name out, or load it in ${LOADERS.join(' or ')}`;
  }
  if (specifier.startsWith('.')) return fileComplaint(room, path, specifier);
  if (ROOMS[room] === ANYTHING) return undefined;
  return specifier.startsWith('node:')
    ? builtinComplaint(room, specifier)
    : packageComplaint(room, specifier);
}

function fileComplaint(room: string, path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const other = roomOf(target);
  if (!/\.(ts|mjs|json)$/.test(target)) return `write the import of ${specifier} with its extension, .ts`;
  if (other === undefined) return `${target} lies in no room that ${TABLE} names`;
  if (other === room) {
    const apart = SEPARATE_FILES.includes(room) && target !== path;
    return apart ? `files in ${room} stand alone; move what ${target} shares to bot or domain` : undefined;
  }
  const allowed = ROOMS[room] ?? [];
  if (allowed === ANYTHING || allowed.includes(other) || allowed.includes(target)) return undefined;
  return `${room} may not import ${other} (${target}); it may import ${allowed.join(', ') || 'no other room'}`;
}

function builtinComplaint(room: string, specifier: string): string | undefined {
  if (!PURE_ROOMS.includes(room)) return undefined;
  return `${room} may not import ${specifier}: it has no files, network or processes; take what it needs as a parameter`;
}

function packageComplaint(room: string, specifier: string): string | undefined {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const owners = PACKAGES[name];
  if (owners === undefined)
    return `the package ${name} has no owner; name its rooms in ${TABLE} (built-ins: write node:${name})`;
  if (owners === ANYTHING || owners.includes(room)) return undefined;
  return `${room} may not import ${name}; only ${owners.join(' and ')} may`;
}

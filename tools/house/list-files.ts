import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseSource, type SourceFile } from './source-file.ts';

const SOURCE_FOLDERS = ['src', 'config', 'sandbox', 'test', 'simulate', 'soak', 'bench', 'tools'];
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'out', 'coverage', '.git']);

/** Paths of all files below a folder, relative to it, sorted; what is built or installed is left out. */
export function listFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => folder !== '' || !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder.replaceAll(sep, '/'), entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listFiles(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** Every TypeScript and JavaScript file of the project's own folders, parsed. */
export function readSources(root: string): SourceFile[] {
  return listFiles(root)
    .filter((path) => SOURCE_FOLDERS.includes(path.split('/')[0] ?? '') && /\.(ts|mjs)$/.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

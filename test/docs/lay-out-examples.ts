import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const GUIDES = 'docs/guides';
const TOP = ['src', 'test', 'config', 'sandbox', 'node_modules', 'package.json'];

/** Folders whose every file is loaded: only the examples lie in them. */
const LOADED = ['src/commands', 'src/schedules'];

/** Every block of the guides that is marked with a file's name: path → text. */
export function readExamples(): ReadonlyMap<string, string> {
  const guides = readdirSync(GUIDES).filter((name) => name.startsWith('add-'));
  const found = guides.flatMap((guide) => [
    ...readFileSync(join(GUIDES, guide), 'utf8').matchAll(/^```(?:ts|hbs) (\S+)\n([\s\S]*?)^```$/gm),
  ]);
  return new Map(found.map(([, path = '', text = '']) => [path, text]));
}

/** Lays the examples into a new tree in which everything else is linked to this one; returns its folder. */
export function layOutExamples(examples: ReadonlyMap<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'bot-guides-'));
  const own = new Set(['', ...[...examples.keys()].flatMap(foldersOf)]);
  for (const folder of own) {
    mkdirSync(join(root, folder), { recursive: true });
    const linked = namesIn(folder).map((name) => join(folder, name));
    for (const path of linked.filter((path) => !own.has(path))) symlinkSync(resolve(path), join(root, path));
  }
  for (const [path, text] of examples) writeFileSync(join(root, path), text);
  return root;
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function namesIn(folder: string): readonly string[] {
  if (folder === '') return TOP;
  return LOADED.includes(folder) || !existsSync(folder) ? [] : readdirSync(folder);
}

import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = /^[a-z][a-z0-9-]*\.(?:ts|js)$/;

/**
 * Loads every module of a folder that holds one declaration a file. Refuses a stray file, a file without the export,
 * and a declaration whose name is not the file's. Sorted by name, so that the order never depends on the machine.
 */
export async function loadModules<T extends { readonly name: string }>(
  folder: string,
  exportName: string,
  isDeclaration: (value: unknown) => value is T,
): Promise<readonly T[]> {
  const files = readdirSync(folder)
    .filter((file) => !file.endsWith('.d.ts') && !file.endsWith('.map'))
    .sort();
  return Promise.all(files.map((file) => loadModule(join(folder, file), exportName, isDeclaration)));
}

async function loadModule<T extends { readonly name: string }>(
  file: string,
  exportName: string,
  isDeclaration: (value: unknown) => value is T,
): Promise<T> {
  const name = basename(file);
  if (!MODULE.test(name)) throw new Error(`${file}: only kebab-case modules belong in this folder`);
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const declaration = module[exportName];
  if (!isDeclaration(declaration)) throw new Error(`${file}: exports no "${exportName}"`);
  if (declaration.name !== basename(name, extname(name))) {
    throw new Error(`${file}: declares "${declaration.name}"; name the file after it`);
  }
  return declaration;
}

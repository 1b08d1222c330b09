import type { StoredFile, World } from './world.ts';

/** Keeps bytes under a fresh key shaped like the platform's. */
export function storeFile(world: World, file: Omit<StoredFile, 'key'>): StoredFile {
  const prefix = file.kind === 'image' ? 'img_v3_' : 'file_v3_';
  const stored = { ...file, key: `${prefix}${world.random.hex(36)}` };
  world.files.set(stored.key, stored);
  return stored;
}

// A process loads hundreds of small modules, and each costs as much as its code: bundled, the bot starts in half of the
// time. So whatever is loaded by its path is written anew over what tsc has left there, with its modules, and those of
// the libraries that come in many, together in chunks/.
import { readdirSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** Libraries of many modules that every start needs, with all that they need themselves. The others stay where they are. */
const LIBRARIES = /^(kysely|zod|temporal-polyfill|temporal-utils|yaml|express|pino)(\/|$)/;

/** What is loaded by path: programs, the rooms where a file is a command, a schedule or a template, and threads. */
const PROGRAMS = ['src/main.js', 'bench/main.js', 'simulate/main.js', 'soak/main.js'];
const ROOMS = ['src/commands', 'src/schedules', 'src/templates'];
const THREAD = /-thread\.js$/;

/** `folder`: what tsc has written. */
export async function bundle(folder) {
  const threads = filesBelow(join(folder, 'src')).filter((file) => THREAD.test(file));
  const rooms = ROOMS.flatMap((room) => filesBelow(join(folder, room))).filter((file) =>
    file.endsWith('.js'),
  );
  const files = [...PROGRAMS.map((file) => join(folder, file)), ...rooms, ...threads];
  const bundled = await rolldown({
    input: Object.fromEntries(files.map((file) => [relative(folder, file).slice(0, -'.js'.length), file])),
    platform: 'node',
    external: isLeft,
    plugins: [keepPlaces(resolve(folder))],
  });
  await bundled.write({
    dir: folder,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await bundled.close();
}

function isLeft(id, from) {
  if (isBuiltin(id)) return true;
  const isTheirs = (from ?? '').includes('node_modules');
  return !/^[./]/.test(id) && !LIBRARIES.test(id) && !isTheirs;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** Modules look for files beside themselves; `import.meta.url` goes on naming the place that tsc gave them. */
function keepPlaces(folder) {
  return {
    name: 'keep-places',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null;
      return {
        code: code.replaceAll('import.meta.url', `__place__(${JSON.stringify(relative(folder, id))})`),
      };
    },
    renderChunk(code, { fileName }) {
      const up = '../'.repeat(fileName.split('/').length - 1) || './';
      return {
        code: code.replaceAll(
          /__place__\("([^"]+)"\)/g,
          (_, path) => `new URL(${JSON.stringify(up + path)}, import.meta.url).href`,
        ),
      };
    },
  };
}

// Compiles to dist/ (or to the folder that is named) from a clean slate: a deleted command must not live on there. A running
// bot loads some of its modules late, so the folder is exchanged whole, in a moment, and only when all is well.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const FOR_BROWSERS = ['-p', 'sandbox/page/client/tsconfig.json', '--noEmit', 'false'];

const target = process.argv[2] ?? 'dist';
const fresh = `${target}.${process.pid}`;
const old = `${fresh}.old`;

try {
  execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', fresh], {
    stdio: 'inherit',
  });
  execFileSync('node_modules/.bin/tsc', [...FOR_BROWSERS, '--outDir', fresh], { stdio: 'inherit' });
  for (const asset of ['page.html', 'icon.svg', 'style'])
    cpSync(`sandbox/page/client/${asset}`, `${fresh}/sandbox/page/client/${asset}`, { recursive: true });
  cpSync('src/templates', `${fresh}/src/templates`, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  cpSync('sandbox/demo/bot.yaml', `${fresh}/sandbox/demo/bot.yaml`);
  await bundle(fresh);
  exchange(10);
} finally {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
}

/** Another build may come in between the two steps; then both steps are taken again. */
function exchange(attempts) {
  try {
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } catch (error) {
    if (attempts === 0) throw error;
    rmSync(old, { recursive: true, force: true });
    exchange(attempts - 1);
  }
}

// Compiles to dist/ from a clean slate (a deleted command must not live on there) and copies what tsc leaves behind.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
cpSync('src/templates', 'dist/src/templates', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
cpSync('sandbox/demo/bot.yaml', 'dist/sandbox/demo/bot.yaml');

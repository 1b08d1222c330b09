// The one check of the whole project: form, types, unused code, build, tests. Stops at the first step that fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const require = createRequire(import.meta.url);
const reports = mkdtempSync(join(tmpdir(), 'publicity-bot-test-'));

/** Folders whose answers could change with the server's time zone. They run in UTC and, over the long connection, in New York. */
const ZONED = ['test/domain', 'test/flow'].filter(existsSync);
/** In the zone of the people themselves, where a mistake shows least: the rules, and the conversations most about time. */
const AT_HOME = ['test/domain', ...['month', 'reminder', 'quiet'].map((name) => `test/flow/${name}.test.ts`)];

/** What the store does, and the conversations that hang most on it, once more on a PostgreSQL server of the run's own. */
const ON_POSTGRES = ['test/store', 'test/flow/month.test.ts', 'test/flow/at-once.test.ts'];
const OF_ONE_KIND = ['--exclude=test/store/sqlite/**', '--exclude=test/store/postgres/**'];

/** The build of the step before: tests that start the program take a copy of it instead of building their own. */
const BUILT = { BUILT_PROGRAM: join(root, 'dist') };

/** Starts processes in zones of its own, whatever zone it runs in. */
const IN_ALL_ZONES = ['--exclude=test/domain/calendar/machine-zone.test.ts'];

/** The conversations are played once more over the long connection. */
const OVER_SOCKET = { OFFICE_TRANSPORT: 'websocket' };

const steps = [
  {
    name: 'form and lint (biome ci)',
    command: [...tool('@biomejs/biome', 'biome'), 'ci', '--colors=off', '.'],
  },
  { name: 'types (tsc)', command: [...tool('typescript', 'tsc'), '-p', 'tsconfig.json'] },
  {
    name: "types of the page's modules (tsc)",
    command: [...tool('typescript', 'tsc'), '-p', 'sandbox/page/client/tsconfig.json'],
  },
  { name: 'unused code (knip)', command: [...tool('knip', 'knip'), '--no-progress'] },
  { name: 'build (tools/build.mjs)', command: ['tools/build.mjs'] },
  tests('UTC', []),
  tests('UTC', ON_POSTGRES, { TEST_DATABASE: 'postgres' }, OF_ONE_KIND),
  ...(ZONED.length === 0
    ? []
    : [
        tests('Asia/Shanghai', AT_HOME, {}, IN_ALL_ZONES),
        tests('America/New_York', ZONED, OVER_SOCKET, IN_ALL_ZONES),
      ]),
];

let failed;
for (const step of steps) {
  say(`\n== ${step.name}`);
  const { status } = spawnSync(process.execPath, step.command, {
    stdio: 'inherit',
    env: { ...process.env, ...step.env },
  });
  if (status !== 0) {
    failed = step;
    break;
  }
}

const counts = readCounts();
rmSync(reports, { recursive: true });
if (failed !== undefined) say(`\nnpm test stopped at: ${failed.name}. CONTRIBUTING.md says what to do.`);
if (counts !== undefined) say(`\ntests: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failed === undefined ? 0 : 1;

function tests(zone, folders, env = {}, options = []) {
  const kind = [zone.replace('/', '-'), ...Object.values(env)].join('-');
  const report = join(reports, `${kind}.json`);
  const where = folders.length === 0 ? 'everything' : folders.join(', ');
  return {
    name: `tests in ${kind} (vitest: ${where})`,
    env: { TZ: zone, ...BUILT, ...env },
    command: [
      ...tool('vitest', 'vitest'),
      'run',
      ...folders,
      ...options,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  };
}

/** Node's arguments for a package's program, found without a shell and without node_modules/.bin. */
function tool(name, program) {
  const manifest = findManifest(name);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return [join(dirname(manifest), typeof bin === 'string' ? bin : bin[program])];
}

/** The package's package.json, whether or not it exports it. */
function findManifest(name) {
  const found = (require.resolve.paths(name) ?? [])
    .map((folder) => join(folder, name, 'package.json'))
    .find(existsSync);
  if (found === undefined) throw new Error(`${name} is not installed; run npm ci first`);
  return found;
}

/** What the test runs counted, added up; undefined when none got as far as that. */
function readCounts() {
  const runs = readdirSync(reports).map((file) => JSON.parse(readFileSync(join(reports, file), 'utf8')));
  if (runs.length === 0) return undefined;
  const sum = (count) => runs.reduce((total, run) => total + count(run), 0);
  return {
    passed: sum((run) => run.numPassedTests),
    failed: sum((run) => run.numFailedTests + run.testResults.filter(brokeDown).length),
  };
}

/** A test file that failed as a whole (an import, a hook) counts as one failure: none of its tests says so. */
function brokeDown(file) {
  return file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed');
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

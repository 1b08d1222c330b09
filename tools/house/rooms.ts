/** May import everything: the composition root and what stands around the program. */
export const ANYTHING = '*';

/**
 * Which room may import which others (besides itself). A room is a folder of `src/` (`main` is `src/main.ts` and
 * `src/main/`), or one of the folders next to it. An entry with a slash opens a single file.
 * `docs/architecture.md` shows the same table.
 */
export const ROOMS: Readonly<Record<string, readonly string[] | typeof ANYTHING>> = {
  kernel: [],
  domain: ['kernel'],
  store: ['kernel', 'domain'],
  lark: ['kernel', 'domain'],
  templates: ['kernel', 'domain'],
  report: ['kernel', 'domain', 'templates'],
  files: ['kernel', 'domain'],
  bot: ['kernel', 'domain', 'store'],
  commands: ['kernel', 'domain', 'bot'],
  schedules: ['kernel', 'domain', 'bot'],
  web: ['kernel', 'domain', 'lark', 'bot', 'report'],
  main: ANYTHING,
  config: ['src/kernel/errors.ts'],
  sandbox: ['kernel'],
  test: ANYTHING,
  simulate: ANYTHING,
  soak: ANYTHING,
  bench: ANYTHING,
  tools: ANYTHING,
};

/** Rooms that lie next to `src/` rather than in it. */
export const OUTER_ROOMS: readonly string[] = [
  'config',
  'sandbox',
  'test',
  'simulate',
  'soak',
  'bench',
  'tools',
];

/** One command or job a file: their files never import one another. */
export const SEPARATE_FILES: readonly string[] = ['commands', 'schedules'];

/** Rooms without files, network or processes: no `node:` module at all. */
export const PURE_ROOMS: readonly string[] = ['domain', 'templates', 'commands', 'schedules'];

/** Rooms that load modules by a computed name (the registries of commands, jobs and templates). */
export const LOADERS: readonly string[] = ['bot', 'report'];

/** Who owns which package. Each dependency has its rooms here; `main`, tests, bench and tools may use any. */
export const PACKAGES: Readonly<Record<string, readonly string[] | typeof ANYTHING>> = {
  '@larksuiteoapi/node-sdk': ['lark'],
  busboy: ['sandbox'],
  'chinese-days': ['domain'],
  docx: ['report'],
  express: ['web', 'sandbox'],
  fflate: ['report', 'files'],
  handlebars: ['report'],
  helmet: ['web', 'sandbox'],
  kysely: ['store'],
  libsql: ['store'],
  mammoth: ['files', 'sandbox'],
  'markdown-it': ['report'],
  'node-cron': ['bot'],
  pg: ['store', 'soak'],
  pino: ['kernel'],
  'prom-client': ['bot'],
  protobufjs: ['sandbox'],
  'temporal-polyfill': ['kernel', 'domain'],
  undici: ['lark'],
  'word-extractor': ['files'],
  'write-excel-file': ['files'],
  ws: ['sandbox'],
  yaml: ['config'],
  yauzl: ['files'],
  zod: ANYTHING,
};

import { SetupError } from './kernel/errors.ts';

/** The command line: one word, one module, loaded only when asked for. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  serve: async () => (await import('./main/serve.ts')).serve(),
  demo: async (args) => (await import('./main/demo.ts')).demo(args),
  sandbox: async (args) => (await import('./main/run-sandbox.ts')).runSandbox(args),
  migrate: async (args) => (await import('./main/migrate.ts')).migrate(args),
  backup: async (args) => (await import('./main/backup.ts')).backup(args),
  'migrate-data': async (args) => (await import('./main/migrate-data.ts')).migrateData(args),
  restore: async (args) => (await import('./main/restore.ts')).restore(args),
  admin: async (args) => (await import('./main/admin.ts')).admin(args),
  export: async (args) => (await import('./main/export-group.ts')).exportGroup(args),
  doctor: async (args) => (await import('./main/doctor.ts')).doctor(args),
};

const SETUP_ERROR = 2;

async function main([name = 'serve', ...args]: readonly string[]): Promise<void> {
  const run = COMMANDS[name];
  if (run === undefined) {
    throw new SetupError([`unknown command "${name}"; use one of: ${Object.keys(COMMANDS).join(', ')}`]);
  }
  await run(args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const lines =
    error instanceof SetupError ? error.problems : [String(error instanceof Error ? error.stack : error)];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(error instanceof SetupError ? SETUP_ERROR : 1);
});

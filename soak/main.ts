import { runCommandLine } from './command-line.ts';

await runCommandLine(process.argv.slice(2));
// Whatever still waits (a hung call, a connection that is kept) is of no use to anybody now.
process.exit();

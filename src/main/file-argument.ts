import { SetupError } from '../kernel/errors.ts';

/** The one file a command is given. Throws SetupError with the usage for anything else. */
export function fileArgument(args: readonly string[], usage: string): string {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('-') || rest.length > 0)
    throw new SetupError([`usage: ${usage}`]);
  return file;
}

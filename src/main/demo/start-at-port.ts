import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/start-sandbox.ts';
import { SetupError } from '../../kernel/errors.ts';

/** Starts a sandbox where the command line wants it. Throws SetupError when nothing can listen there. */
export async function startAtPort(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await startSandbox(options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError([`--port ${options.port}: can’t listen there (${reason}); choose another one`]);
  }
}

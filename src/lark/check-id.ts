import { RemoteError } from '../kernel/errors.ts';
import { type IdKind, isId } from './ids.ts';

/** The id itself, once it has been seen that it can go into a path. Throws `RemoteError` of kind target. */
export function checkId(kind: IdKind, id: string): string {
  if (isId(kind, id)) return id;
  throw new RemoteError('target', 'bad-id', { message: `not the id of a ${kind}` });
}

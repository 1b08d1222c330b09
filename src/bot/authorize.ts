import type { Role } from '../domain/people/role.ts';
import { UserError } from '../kernel/errors.ts';
import { type ErrorCode, type Locale, texts } from '../kernel/text/texts.ts';
import type { Actor } from './context.ts';

/** True when the person has any of the roles. Fails closed: an empty list lets nobody in. */
export function isAllowed(actor: Pick<Actor, 'roles'>, roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.has(role));
}

/** Throws the refusal that tells the person which role is missing. */
export function authorize(
  actor: Pick<Actor, 'roles'>,
  wanted: { readonly name: string; readonly roles: readonly Role[]; readonly refusal: ErrorCode | undefined },
  locale: Locale,
): void {
  if (isAllowed(actor, wanted.roles)) return;
  const { roles, list } = texts(locale);
  throw new UserError(wanted.refusal ?? 'command.role', {
    name: wanted.name,
    roles: list(wanted.roles.map((role) => roles[role])),
  });
}

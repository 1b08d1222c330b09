import type { RemoteError } from '../../kernel/errors.ts';
import { type Locale, texts } from '../../kernel/text/texts.ts';
import type { Repos } from '../../store/create-store.ts';
import type { Draft } from '../../store/draft.ts';

/** What an app needs for online documents, by the names in the developer console. Any wider right will do. */
export const ONLINE_RIGHTS: readonly string[] = [
  'docs:document.media:upload',
  'docs:document:import',
  'docs:permission.member:create',
];

/**
 * An online document that can't be had is told and let go of: the Word file is out. That the app has no right to it is
 * told the group's admins, once.
 */
export async function giveUpOnline(
  repos: Repos,
  draft: Draft,
  { error, locale }: { readonly error: RemoteError | undefined; readonly locale: Locale },
): Promise<void> {
  const words = texts(locale).delivery;
  const { key, groupId, target } = draft;
  await repos.outbox.drop(draft, error?.message ?? 'internal error');
  if (groupId === undefined) return;
  if (error?.kind !== 'config') {
    const text = words.noOnline(error?.code ?? '');
    await repos.outbox.add({ key: `${key}:failed`, groupId, target, message: { kind: 'notice', text } });
    return;
  }
  const text = words.noRight(texts(locale).list(ONLINE_RIGHTS), error.message);
  for (const personId of await adminsOf(repos, groupId)) {
    await repos.outbox.add({
      key: `online-right:${groupId}:${personId}`,
      groupId,
      target: { kind: 'person', personId },
      message: { kind: 'notice', text },
    });
  }
}

async function adminsOf({ people }: Repos, groupId: string): Promise<readonly string[]> {
  const here = await people.members(groupId);
  const holders = await people.holders(groupId);
  return holders
    .filter(({ role, personId }) => role === 'admin' && here.has(personId))
    .map((one) => one.personId);
}

import type { Platform } from '../../bot/ports.ts';
import { type Clock, toStamp } from '../../kernel/clock.ts';
import type { Locale } from '../../kernel/text/texts.ts';
import { type GroupSummary, type OperatorStore, openOperatorStore } from '../../store/operator-store.ts';
import { type Check, fail, pass, warn } from './check.ts';
import { checkOnline } from './check-online.ts';
import { explainRefusal, isNotInChat, isRightMissing } from './explain-refusal.ts';

export interface GroupDeps {
  readonly databaseUrl: string;
  readonly platform: Platform;
  readonly locale: Locale;
  readonly clock: Clock;
  /** What groups do that have not set it for themselves. */
  readonly onlineByDefault: boolean;
}

/** Tries in every group the bot is in what it does there every day, as far as that is harmless. */
export async function checkGroups(deps: GroupDeps): Promise<readonly Check[]> {
  const store = await openOperatorStore(deps.databaseUrl, deps.clock);
  try {
    const groups = (await store.groups()).filter(({ present }) => present);
    const checks = [await checkFailures(deps, store)];
    for (const group of groups) checks.push(...(await checkGroup(deps, store, group)));
    const wantOnline = groups.some(({ onlineDocument }) => onlineDocument ?? deps.onlineByDefault);
    if (wantOnline) checks.push(await checkOnline(deps.platform, deps.locale));
    return groups.length > 0 ? checks : [...checks, pass('groups', 'none yet; add the bot to one')];
  } finally {
    await store.close();
  }
}

/** Whether the last week's messages came in and went out. */
async function checkFailures(deps: GroupDeps, store: OperatorStore): Promise<Check> {
  const what = 'messages';
  const since = deps.clock.now().subtract({ hours: 7 * 24 });
  const { events, messages, lastError } = await store.failures(since);
  if (events + messages === 0) return pass(what, 'none given up in the last 7 days');
  const reason = lastError === undefined ? '' : `, the last because of: ${lastError}`;
  const found = `given up in the last 7 days: ${events} received, ${messages} to be sent${reason}`;
  return warn(what, found, 'put the reason right and give the command again; the log of that time says more');
}

async function checkGroup(
  deps: GroupDeps,
  store: OperatorStore,
  group: GroupSummary,
): Promise<readonly Check[]> {
  const what = `group ${group.name || group.id}`;
  const { platform } = deps;
  const source = await store.recentMessage(group.id);
  const trials: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['read its name', () => platform.chatName(group.id)],
    ['list its members', () => platform.members(group.id)],
    ...(source === undefined ? [] : [['read a message', () => platform.message(source)] as const]),
  ];
  for (const [action, attempt] of trials) {
    const refusal = await refusalOf(attempt);
    if (refusal === undefined) continue;
    const { found, remedy } = explainRefusal(refusal, deps.locale);
    const grade = isNotInChat(refusal) ? warn : fail;
    return [grade(what, `cannot ${action}: ${found}`, remedy)];
  }
  const admins = (await store.members(group.id)).filter(({ roles }) => roles.includes('admin'));
  const checks = [pass(what, trials.map(([action]) => action).join(', '))];
  if (admins.length === 0) {
    const remedy = `node dist/src/main.js admin grant --group ${group.id} --person ou_...`;
    checks.push(warn(what, 'has no admin', remedy));
  }
  const hearing = await checkHearing(deps, group);
  return hearing === undefined ? checks : [...checks, hearing];
}

/** The right to a group's history is the one to hear every message of it. */
async function checkHearing(deps: GroupDeps, group: GroupSummary): Promise<Check | undefined> {
  const now = deps.clock.now();
  const from = toStamp(now.subtract({ minutes: 1 }));
  const refusal = await refusalOf(() => deps.platform.messages(group.id, from, toStamp(now)));
  if (refusal === undefined || !isRightMissing(refusal)) return undefined;
  return warn(
    `group ${group.name || group.id}`,
    'only messages that mention the bot come in',
    'that is enough for commands after @bot; for bare commands, pictures and files in the group add the right im:message.group_msg, then publish a version',
  );
}

async function refusalOf(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}

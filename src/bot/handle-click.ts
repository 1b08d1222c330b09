import type { Group } from '../domain/group/group.ts';
import type { ClickAnswer } from '../domain/message/card.ts';
import type { CardActionEvent } from '../domain/message/inbound.ts';
import { dateOf, toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { explain, texts } from '../kernel/text/texts.ts';
import type { Repos, Store } from '../store/create-store.ts';
import { isAllowed } from './authorize.ts';
import { type ContextDeps, createContext } from './create-context.ts';
import { findActor } from './identify.ts';
import type { Meter } from './metrics/create-meter.ts';
import { followAnswers } from './reminder/follow-answers.ts';

export interface ClickDeps extends ContextDeps {
  readonly store: Store;
  readonly logger: Logger;
  readonly onPlanned: () => void;
  /** Default: nothing is counted. */
  readonly meter?: Meter | undefined;
}

/**
 * Answers a click in its own request (the platform waits 3 s and never repeats it). The actor is the verified
 * operator; the card's data only says what was meant, and is checked like anything typed. Someone else may play a
 * recorded request again, its signature included: the same event takes effect once.
 */
export async function handleClick(event: CardActionEvent, deps: ClickDeps): Promise<ClickAnswer> {
  try {
    const answer = await deps.store.transaction((repos) => runClick(repos, event, deps), event.eventId);
    deps.logger.info({ trace: event.eventId, action: event.action }, 'click handled');
    deps.meter?.count('publicity_clicks_total', 'done');
    deps.onPlanned();
    return answer;
  } catch (error) {
    return answerFailure(event, error, deps);
  }
}

async function runClick(repos: Repos, event: CardActionEvent, deps: ClickDeps): Promise<ClickAnswer> {
  const words = texts(deps.locale).click;
  const click = deps.registry.click(event.action);
  if (click === undefined) return { tone: 'warning', notice: words.outdated };
  const here = await repos.groups.find(event.chatId);
  const group = await findGroup(repos, event, here);
  if (group === undefined) return { tone: 'warning', notice: words.notHere };
  const now = deps.clock.now();
  const actor = await findActor(repos, {
    groupId: group.id,
    personId: event.operatorId,
    today: dateOf(now).toString(),
  });
  if (!isAllowed(actor, click.roles)) {
    const { roles, list } = texts(deps.locale);
    return { tone: 'warning', notice: words.notAllowed(list(click.roles.map((role) => roles[role]))) };
  }
  const source = {
    messageId: event.messageId,
    chatId: event.chatId,
    private: here === undefined,
    sentAt: now,
  };
  // The mark is rolled back with a click that fails, so that it may be tried again.
  const mark = { schedule: 'click', groupId: group.id, due: event.eventId, at: toStamp(now) };
  if (!(await repos.records.fire({ ...mark, outcome: event.action }))) {
    return { tone: 'info', notice: words.repeated };
  }
  const ctx = await createContext(deps, {
    repos,
    group,
    actor,
    source,
    key: `click:${event.eventId}`,
    command: undefined,
    form: event.form,
  });
  const answer = await click.run(ctx, event.data);
  await followAnswers(ctx);
  return answer;
}

/** The group the card names, if this person is in it; a card that names none is about the group it stands in. */
async function findGroup(repos: Repos, event: CardActionEvent, here: Group | undefined) {
  const named = event.data.group;
  if (named === undefined || named === here?.id) return here && repos.groups.hold(here.id);
  return (await repos.people.isMember(named, event.operatorId)) ? repos.groups.hold(named) : undefined;
}

function answerFailure(event: CardActionEvent, error: unknown, deps: ClickDeps): ClickAnswer {
  if (error instanceof UserError) {
    deps.meter?.count('publicity_clicks_total', 'refused');
    return { tone: 'warning', notice: explain(deps.locale, error.code, error.data) };
  }
  const incident = deps.ids.next().slice(0, 8);
  deps.meter?.count('publicity_clicks_total', 'failed');
  deps.logger.error({ err: error, incident, trace: event.eventId }, 'click failed');
  return { tone: 'danger', notice: explain(deps.locale, 'bug', { incident }) };
}

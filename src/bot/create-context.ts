import type { Group } from '../domain/group/group.ts';
import type { Card } from '../domain/message/card.ts';
import type { Attachment } from '../domain/message/inbound.ts';
import type { OutgoingMessage, Target } from '../domain/message/outgoing.ts';
import { type Clock, dateOf, toStamp } from '../kernel/clock.ts';
import { UserError } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Locale } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { Calendars } from './calendar/create-calendars.ts';
import type { Actor, CommandContext, Source } from './context.ts';
import type { Command } from './define-command.ts';
import { exampleLine, helpFor, usageLine } from './help.ts';
import { findActor } from './identify.ts';
import type { Quoted, SheetReading, Sources, TemplateInfo } from './ports.ts';
import type { Registry } from './registry.ts';

/** What every context is made from, the same for the whole program. */
export interface ContextDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly locale: Locale;
  readonly calendars: Calendars;
  readonly templates: readonly TemplateInfo[];
  readonly registry: Registry;
  /** Whether reports can be had as PDF. Default: no. */
  readonly offersPdf?: boolean;
}

export interface Occasion {
  readonly repos: Repos;
  readonly group: Group;
  readonly actor: Actor;
  readonly source: Source;
  /** Names the event: the drafts of its answers are keyed by it, so that a repeat plans nothing twice. */
  readonly key: string;
  readonly command: Command | undefined;
  readonly form?: Readonly<Record<string, string>>;
  readonly files?: readonly Attachment[];
  readonly quoted?: Quoted | undefined;
  readonly sheet?: SheetReading | undefined;
  readonly sources?: Sources | undefined;
  readonly onWait?: () => void;
}

export async function createContext(deps: ContextDeps, occasion: Occasion): Promise<CommandContext> {
  const { repos, group, actor, source, command } = occasion;
  const now = deps.clock.now();
  let answers = 0;
  const send: CommandContext['send'] = async (draft) => {
    await repos.outbox.add({ ...draft, groupId: group.id });
  };
  return {
    now,
    today: dateOf(now),
    locale: deps.locale,
    themes: deps.calendars.themes,
    calendar: await deps.calendars.of(group, repos),
    ids: deps.ids,
    templates: deps.templates,
    offersPdf: deps.offersPdf ?? false,
    get usable() {
      return helpFor(deps.registry.commands, actor, deps.locale);
    },
    group,
    actor,
    source,
    form: occasion.form ?? {},
    files: { messageId: source.messageId, list: occasion.files ?? [] },
    quoted: occasion.quoted,
    sheet: occasion.sheet,
    sources: occasion.sources ?? new Map(),
    repos,
    send,
    rereadCalendar: async () => deps.calendars.of((await repos.groups.find(group.id)) ?? group, repos),
    inGroup: (groupId) => enterGroup(deps, occasion, groupId),
    async reply(answer) {
      answers += 1;
      await send({
        key: `answer:${occasion.key}:${answers}`,
        target: answerTarget(source),
        message: toMessage(answer),
      });
    },
    audit: (action, detail) =>
      repos.records.audit({ groupId: group.id, at: toStamp(now), actorId: actor.id, action, detail }),
    wait: () => occasion.onWait?.(),
    misuse(reason): never {
      if (command === undefined) throw new Error('misuse outside a command');
      throw new UserError('command.usage', {
        reason,
        usage: usageLine(command, deps.locale),
        example: exampleLine(command, deps.locale),
      });
    },
  };
}

async function enterGroup(
  deps: ContextDeps,
  occasion: Occasion,
  groupId: string,
): Promise<CommandContext | undefined> {
  const group = await occasion.repos.groups.hold(groupId);
  if (group === undefined || group.removedAt !== undefined) return undefined;
  const today = dateOf(deps.clock.now()).toString();
  const actor = await findActor(occasion.repos, { groupId, personId: occasion.actor.id, today });
  return createContext(deps, { ...occasion, group, actor, key: `${occasion.key}@${groupId}` });
}

/** Answers go where the person spoke, as a reply to what was said. */
function answerTarget(source: Source): Target {
  return { kind: 'chat', chatId: source.chatId, replyTo: source.messageId };
}

function toMessage(answer: Card | OutgoingMessage): OutgoingMessage {
  return 'kind' in answer ? answer : { kind: 'card', card: answer };
}

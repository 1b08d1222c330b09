import { onTestFinished } from 'vitest';
import { acceptEvent } from '../../src/bot/accept-event.ts';
import { createCalendars } from '../../src/bot/calendar/create-calendars.ts';
import { handleClick } from '../../src/bot/handle-click.ts';
import { createHearing } from '../../src/bot/hearing.ts';
import { createInboxWorker } from '../../src/bot/inbox-worker.ts';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import type { Platform } from '../../src/bot/ports.ts';
import type { Registry } from '../../src/bot/registry.ts';
import type { CardActionEvent, MessageEvent, StoredEvent } from '../../src/domain/message/inbound.ts';
import type { GrantedRole } from '../../src/domain/people/role.ts';
import { readDocument } from '../../src/files/documents/read-document.ts';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { type Logger, silentLogger } from '../../src/kernel/logger.ts';
import type { Locale } from '../../src/kernel/text/texts.ts';
import { listTemplates } from '../../src/main/list-templates.ts';
import type { Draft } from '../../src/store/draft.ts';
import { claimOne } from './claim-one.ts';
import { makeMessage, typeText } from './make-event.ts';
import { GROUP, openTestStore } from './open-test-store.ts';
import { scriptPlatform } from './script-platform.ts';

export interface DeskOptions {
  readonly locale?: Locale;
  readonly platform?: Platform;
  /** Default: every command there is. */
  readonly registry?: Registry;
  /** Default: says nothing. */
  readonly logger?: Logger;
}

let clicks = 0;

/** The pipeline from a decoded event to the planned drafts, on a real store; nothing is sent. */
export async function openDesk(options: DeskOptions = {}) {
  const opened = await openTestStore();
  const { clock, store } = opened;
  let ids = 0;
  const deps = {
    store,
    clock,
    platform: options.platform ?? scriptPlatform().platform,
    locale: options.locale ?? 'zh-CN',
    logger: options.logger ?? silentLogger,
    calendars: createCalendars(),
    templates: await listTemplates([]),
    registry: options.registry ?? (await loadRegistry()),
    botId: () => 'ou_bot',
    ids: {
      next: () => {
        ids += 1;
        return `id-${String(ids).padStart(5, '0')}`;
      },
    },
    onPlanned: () => undefined,
    documents: readDocument,
    sheets: { read: readSheet },
  } as const;
  const worker = createInboxWorker(deps);
  const hearing = createHearing({ repos: opened.repos, ...deps });
  onTestFinished(() => worker.stop());
  const idOf = (name: string) => `ou_${name}`;

  const desk = {
    ...opened,
    deps,
    idOf,
    /** Puts people into a group, with roles and as correspondents of departments that are made for them. */
    async seat(
      name: string,
      as: { roles?: readonly GrantedRole[]; department?: string; group?: string } = {},
    ): Promise<void> {
      const { groups, people, departments } = opened.repos;
      const group = as.group ?? GROUP;
      const at = toStamp(clock.now());
      await groups.ensure(group, group, at);
      await people.learn([{ id: idOf(name), name }]);
      await people.join(group, [idOf(name)], at);
      for (const role of as.roles ?? []) await people.grant(group, idOf(name), role, at);
      if (as.department === undefined) return;
      const id = `${group} ${as.department}`;
      const known = (await departments.list(group)).some((department) => department.id === id);
      if (!known) await departments.add({ id, groupId: group, name: as.department, openedOn: '2026-01-01' });
      await departments.addReporter(id, { personId: idOf(name), kind: 'main', from: '2026-01-01' });
    },
    /** Takes an event in and resolves when it is dealt with. */
    async take(event: StoredEvent) {
      const acceptance = await acceptEvent(event, { inbox: opened.repos.inbox, hearing, ...deps });
      await desk.settled();
      return acceptance;
    },
    async settled(): Promise<void> {
      worker.wake();
      for (;;) {
        const { open } = await opened.repos.inbox.depth();
        if (open === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    /** Says something in the group (or as given) and returns what is planned to be sent because of it. */
    async say(name: string, typed: string, where: Partial<MessageEvent> = {}): Promise<readonly Draft[]> {
      const event = makeMessage({ ...typeText(typed, idOf), senderId: idOf(name), ...where });
      await desk.take(event);
      return desk.drafts();
    },
    sayPrivately: (name: string, typed: string) =>
      desk.say(name, typed, { chatType: 'private', chatId: `oc_private_${name}` }),
    click(name: string, action: string, given: Partial<CardActionEvent> = {}) {
      clicks += 1;
      const event: CardActionEvent = {
        kind: 'card-action',
        eventId: `click-${clicks}`,
        operatorId: idOf(name),
        messageId: 'om_card',
        chatId: GROUP,
        action,
        data: {},
        form: {},
        ...given,
      };
      return handleClick(event, deps);
    },
    /** Everything planned and not looked at yet, in order. */
    async drafts(): Promise<readonly Draft[]> {
      const all: Draft[] = [];
      for (;;) {
        const draft = await claimOne(opened.repos.outbox);
        if (draft === undefined) return all.sort((a, b) => a.id - b.id);
        await opened.repos.outbox.sent(draft, `om_draft_${draft.id}`);
        all.push(draft);
      }
    },
  };
  return desk;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** The words of drafts: a notice's text, a card's title and blocks as JSON. */
export function wordsOf(drafts: readonly Draft[]): string {
  return drafts
    .map(({ message }) => {
      if (message.kind === 'notice') return message.text;
      return message.kind === 'card' ? JSON.stringify(message.card) : message.kind;
    })
    .join('\n');
}

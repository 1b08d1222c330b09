import type { AttachmentRecord } from '../domain/item/attachment.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import type { RecallEvent } from '../domain/message/inbound.ts';
import { describeWeek } from '../domain/period/week.ts';
import { toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';
import type { Repos } from '../store/create-store.ts';
import type { ContextDeps } from './create-context.ts';
import { createWorkContext } from './create-work-context.ts';
import { followAnswers } from './reminder/follow-answers.ts';

/**
 * A recalled message takes its items back. Before the month's first compile that happens at once; afterwards the author
 * is asked, because the item already stands in a report. The platform does not say who recalled, so the record names
 * the author. A recall may come before its message: it is remembered, and the message is then passed over.
 */
export async function handleRecall(repos: Repos, event: RecallEvent, deps: ContextDeps): Promise<string> {
  await repos.records.bury(event.messageId, event.recalledAt);
  await repos.inbox.giveUp({ messageId: event.messageId });
  const found = await repos.items.bySource(event.messageId);
  await repos.groups.holdAll(found.map(({ groupId }) => groupId));
  const items = await repos.items.bySource(event.messageId);
  if (items.length === 0) {
    const dropped = await repos.attachments.drop(event.messageId);
    if (dropped.length > 0) return tellDropped(repos, event, { deps, dropped });
    return dropNil(repos, event, deps);
  }
  const withdrawn: ItemRecord[] = [];
  let asked = 0;
  for (const item of items) {
    if (item.state === 'withdrawn' || item.state === 'merged') continue;
    if (await isCompiled(repos, item)) {
      await ask(repos, item, deps);
      asked += 1;
    } else withdrawn.push(await withdraw(repos, item, deps));
  }
  await tellAuthor(repos, withdrawn, deps);
  for (const groupId of new Set(withdrawn.map((item) => item.groupId))) await followUp(repos, groupId, deps);
  return `recall: ${withdrawn.length} withdrawn, ${asked} asked about`;
}

/** Somebody who takes a `/本周无` back owes the week again. */
async function dropNil(repos: Repos, event: RecallEvent, deps: ContextDeps): Promise<string> {
  const nil = await repos.nils.drop(event.messageId);
  if (nil === undefined) return 'recall of an unknown message';
  await repos.outbox.add({
    key: `nil-recalled:${event.messageId}`,
    groupId: nil.groupId,
    target: { kind: 'person', personId: nil.personId },
    message: { kind: 'notice', text: texts(deps.locale).recall.nil(describeWeek(nil.week)) },
  });
  await followUp(repos, nil.groupId, deps);
  return 'recall of a nil report';
}

async function followUp(repos: Repos, groupId: string, deps: ContextDeps): Promise<void> {
  const group = await repos.groups.hold(groupId);
  if (group !== undefined) await followAnswers(await createWorkContext(repos, group, deps));
}

function withdraw(repos: Repos, item: ItemRecord, deps: ContextDeps): Promise<ItemRecord> {
  const at = toStamp(deps.clock.now());
  return repos.items.change(item, { state: 'withdrawn' }, { actorId: item.authorId, at, action: 'recall' });
}

/** All items of a message have one author, who hears of them in one notice. */
async function tellAuthor(repos: Repos, items: readonly ItemRecord[], deps: ContextDeps): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const { recall } = texts(deps.locale);
  const lines = items.map(({ number, title }) => recall.withdrawn(number, title));
  await repos.outbox.add({
    key: `recalled:${first.id}`,
    groupId: first.groupId,
    target: { kind: 'person', personId: first.authorId },
    message: { kind: 'notice', text: lines.join('\n') },
  });
}

/** A picture that was sent after the item: the item stays, the picture goes. */
async function tellDropped(
  repos: Repos,
  event: RecallEvent,
  { deps, dropped }: { deps: ContextDeps; dropped: readonly AttachmentRecord[] },
): Promise<string> {
  const [first] = dropped;
  const item = first && (await repos.items.byId(first.itemId));
  if (item !== undefined) {
    await repos.outbox.add({
      key: `files-recalled:${event.messageId}`,
      groupId: item.groupId,
      target: { kind: 'person', personId: item.authorId },
      message: {
        kind: 'notice',
        text: texts(deps.locale).attachments.dropped(item.serial, dropped.length),
      },
    });
  }
  return 'recall of files';
}

async function isCompiled(repos: Repos, item: ItemRecord): Promise<boolean> {
  const report = await repos.reports.latest(item.groupId, item.month);
  return report?.facts.items.some((entry) => entry.id === item.id) ?? false;
}

async function ask(repos: Repos, item: ItemRecord, deps: ContextDeps): Promise<void> {
  const { recall } = texts(deps.locale);
  const data = { group: item.groupId, item: item.number };
  await repos.outbox.add({
    key: `recall-ask:${item.id}:${item.revision}`,
    groupId: item.groupId,
    target: { kind: 'person', personId: item.authorId },
    message: {
      kind: 'card',
      card: {
        tone: 'warning',
        title: recall.askTitle,
        blocks: [
          { kind: 'text', text: recall.ask(item.number, item.title) },
          {
            kind: 'buttons',
            buttons: [
              { label: recall.withdraw, style: 'danger', action: 'withdraw.recalled', data },
              { label: recall.keep, action: 'withdraw.keep', data },
            ],
          },
        ],
      },
    },
  });
}

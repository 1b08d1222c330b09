import type { CommandContext } from '../context.ts';

/** A version that is asked for once more. */
interface Wanted {
  readonly reportId: string;
  readonly isFinal: boolean;
}

/** Plans the file of a version once more, as an answer where the person spoke. */
export function sendAgain(
  { repos, group, source }: CommandContext,
  { reportId, isFinal }: Wanted,
  form?: 'pdf',
): Promise<boolean> {
  return repos.outbox.add({
    key: `report-again:${reportId}:${source.messageId}`,
    groupId: group.id,
    target: { kind: 'chat', chatId: source.chatId, replyTo: source.messageId },
    message: { kind: 'report', reportId, ...(form && { form }), ...(isFinal && { stage: 'final' }) },
  });
}

/**
 * Plans the PDF of a version, which follows where the person spoke. A second press of the same card's button plans
 * nothing. False: it was asked for already.
 */
export function sendPdf(
  { repos, group, source }: CommandContext,
  { reportId, isFinal }: Wanted,
): Promise<boolean> {
  return repos.outbox.add({
    key: `report-pdf:${reportId}:${isFinal ? 'final' : 'draft'}:${source.messageId}`,
    groupId: group.id,
    target: { kind: 'chat', chatId: source.chatId },
    message: { kind: 'report', reportId, form: 'pdf', ...(isFinal && { stage: 'final' }) },
  });
}

/** Plans the text of a version as cards, in private to whoever asked. False as for `sendPdf`. */
export function sendText(
  { repos, group, source, actor }: CommandContext,
  { reportId, isFinal }: Wanted,
): Promise<boolean> {
  return repos.outbox.add({
    key: `report-text:${reportId}:${isFinal ? 'final' : 'draft'}:${source.messageId}:${actor.id}`,
    groupId: group.id,
    target: { kind: 'person', personId: actor.id },
    message: { kind: 'report-text', reportId, ...(isFinal && { stage: 'final' }) },
  });
}

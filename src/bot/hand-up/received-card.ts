import { departmentName } from '../../domain/department/department.ts';
import { findSecrecyWords } from '../../domain/item/check-item.ts';
import type { Card } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import type { HandedUp, Sending } from './sending.ts';

interface ReceivedWords {
  readonly title: (unit: string, count: number) => string;
  readonly line: (of: { serial: number; number: string; title: string; section: string }) => string;
  readonly corrected: string;
  readonly replaced: string;
  readonly alike: (refs: string) => string;
  readonly from: (month: string, version: number) => string;
  readonly review: (reviewers: string) => string;
  readonly nobody: string;
  readonly done: string;
}

const WORDS: Words<ReceivedWords> = {
  'zh-CN': {
    title: (unit, count) => `${unit}报送 ${count} 条`,
    line: ({ serial, number, title, section }) => `#${serial} ${number}《${title}》${section}`,
    corrected: '（更正）',
    replaced: '（更正，本群改过的文字已被替换）',
    alike: (refs) => `疑似重复 ${refs}`,
    from: (month, version) => `来自其${month}定稿第 ${version} 版。`,
    review: (reviewers) => `等待${reviewers}审核。`,
    nobody: '本群现在没有人能审核，已私信告知负责人和管理员。',
    done: '不需审核，直接编入报告。',
  },
  en: {
    title: (unit, count) => `${count} items from ${unit}`,
    line: ({ serial, number, title, section }) => `#${serial} ${number} "${title}" ${section}`,
    corrected: ' (corrected)',
    replaced: " (corrected, in place of this group's own wording)",
    alike: (refs) => `looks like ${refs}`,
    from: (month, version) => `From version ${version} of its final report of ${month}. `,
    review: (reviewers) => `${reviewers} will review them.`,
    nobody: 'Nobody here can review them; lead and admin have been told.',
    done: 'They enter the report without a review.',
  },
};

/** What the upper group sees of one sending, however many items it brings. */
export function receivedCard(
  up: CommandContext,
  {
    sending,
    handedUp,
    reviewers,
  }: {
    readonly sending: Sending;
    readonly handedUp: readonly HandedUp[];
    readonly reviewers: readonly string[];
  },
): Card {
  const words = WORDS[up.locale];
  const { list } = texts(up.locale);
  const { way, version } = sending;
  const waits = handedUp.some(({ above }) => above.state === 'submitted');
  const next = reviewers.length > 0 ? words.review(list(reviewers)) : waits ? words.nobody : words.done;
  return {
    tone: 'info',
    title: words.title(departmentName(way.department, up.today), handedUp.length),
    blocks: [
      {
        kind: 'list',
        items: handedUp.map((one) =>
          [words.line(one.above) + markOf(up, one), ...hintsOf(up, one)].join('；'),
        ),
      },
      { kind: 'note', text: words.from(describeMonth(version.month), version.version) + next },
    ],
  };
}

function markOf({ locale }: CommandContext, { candidate, replaced }: HandedUp): string {
  const words = WORDS[locale];
  if (candidate.standing.kind !== 'corrected') return '';
  return replaced ? words.replaced : words.corrected;
}

/** What its reviewers should look at, as the receipt of an item of the group's own says it. */
function hintsOf(up: CommandContext, { above, alike }: HandedUp): readonly string[] {
  const { list, receipt } = texts(up.locale);
  const found = findSecrecyWords(`${above.title}\n${above.body}`, up.group.settings.secrecyWords);
  return [
    ...(alike.length > 0 ? [WORDS[up.locale].alike(list(alike.map(({ serial }) => `#${serial}`)))] : []),
    ...(found.length > 0 ? [receipt.secrecyWords(list(found))] : []),
  ];
}

import { type Commission, commissionRef, openDepartmentsOf } from '../../domain/commission/commission.ts';
import { type Department, departmentName } from '../../domain/department/department.ts';
import type { Card, PeopleRow } from '../../domain/message/card.ts';
import { describeDay } from '../../domain/period/week.ts';
import { parseDay } from '../../kernel/clock.ts';
import { type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';

interface CommissionWords {
  /** Read back from a card that somebody replies to: the reference has to stand in it, and the topic at its end. */
  readonly title: (ref: string, topic: string) => string;
  readonly due: (day: string) => string;
  readonly how: (ref: string) => string;
  readonly label: string;
  readonly line: (ref: string, topic: string, day: string) => string;
  readonly counts: (sent: number, open: number) => string;
  readonly openNames: (names: string) => string;
}

const WORDS: Words<CommissionWords> = {
  'zh-CN': {
    title: (ref, topic) => `约稿 ${ref}：${topic}`,
    due: (day) => `请在${day}前报送。`,
    how: (ref) => `回复本卡片发送 /报送 标题｜内容；或在报送内容里加一行“约稿：${ref}”。`,
    label: '约稿',
    line: (ref, topic, day) => `${ref}《${topic}》${day}截止`,
    counts: (sent, open) => `已交 ${sent} 个部门，未交 ${open} 个`,
    openNames: (names) => `：${names}`,
  },
  en: {
    title: (ref, topic) => `Commission ${ref}: ${topic}`,
    due: (day) => `Please send it in by ${day}.`,
    how: () => 'Reply to this card with /submit title|text.',
    label: 'Commissions',
    line: (ref, topic, day) => `${ref} "${topic}", due ${day}`,
    counts: (sent, open) => `${sent} departments have sent it, ${open} have not`,
    openNames: (names) => `: ${names}`,
  },
};

/** What is asked for, by when, and how to answer; `rows` are the departments with those who report for them. */
export function commissionCard(
  ctx: Pick<WorkContext, 'locale'>,
  commission: Commission,
  rows: readonly PeopleRow[],
): Card {
  const words = WORDS[ctx.locale];
  const ref = commissionRef(commission);
  const asked = [commission.brief, words.due(describeDay(parseDay(commission.dueOn)))];
  return {
    tone: 'info',
    title: words.title(ref, commission.topic),
    blocks: [
      { kind: 'text', text: asked.filter((text) => text !== '').join('\n') },
      { kind: 'people', rows },
      { kind: 'note', text: words.how(ref) },
    ],
  };
}

/** `c3《主题》11月25日（周三）截止`. */
export function commissionLine(locale: Locale, commission: Commission): string {
  const day = describeDay(parseDay(commission.dueOn));
  return WORDS[locale].line(commissionRef(commission), commission.topic, day);
}

/** A commission with how many have answered it and, for those who may see names, who has not. */
export function commissionState(
  ctx: Pick<WorkContext, 'locale' | 'today'>,
  commission: Commission,
  departments: readonly Department[],
): string {
  const words = WORDS[ctx.locale];
  const open = openDepartmentsOf(commission);
  const names = departments
    .filter(({ id }) => open.includes(id))
    .map((department) => departmentName(department, ctx.today));
  const counts = words.counts(commission.departmentIds.length - open.length, open.length);
  return counts + (names.length > 0 ? words.openNames(texts(ctx.locale).list(names)) : '');
}

/** The heading of commissions on other cards. */
export function commissionLabel(locale: Locale): string {
  return WORDS[locale].label;
}

import type { PlainDate } from '../../kernel/clock.ts';
import { monthOf } from '../period/month.ts';
import { parseDate } from '../period/parse-date.ts';

/** Something a reviewer would ask about. It never blocks: the bot warns, people decide. */
export type ItemWarning =
  | { readonly code: 'no-time' | 'no-place' | 'no-subject' }
  | { readonly code: 'old-event'; readonly days: number }
  /** The text begins with a day of another month than the one it counts for. */
  | { readonly code: 'other-month'; readonly date: PlainDate }
  | { readonly code: 'secrecy-words'; readonly words: readonly string[] }
  | { readonly code: 'placeholders'; readonly found: readonly string[] };

export interface CheckedItem {
  readonly title: string;
  readonly body: string;
  /** The day of the event, when the sender gave one. */
  readonly eventDate?: PlainDate;
  readonly submittedOn: PlainDate;
  /** The bureau's secrecy list. */
  readonly secrecyWords: readonly string[];
}

/** An event longer ago than this is no news. */
const FRESH_DAYS = 7;

/*
 * Who, when and where are only looked for, not understood: one word that could tell is enough. A false warning on every
 * second item would soon be read by nobody, so each list is generous.
 */
const TIME = anyOf(
  String.raw`\d[年月日号]`,
  '[今昨前明]天|[今昨]日|近日|日前|近期|连日来|截至',
  '本[周月季年]|上[周月]|季度|[上下]半年|[年月][初底]',
  '(?:周|星期)[一二三四五六日天末]',
);
const PLACE = anyOf(
  '[省市县区旗镇乡村屯街路馆站院厅室园厂]|社区|企业|学校|机关',
  '现场|中心|广场|工地|基地|线上|窗口|楼',
  String.raw`\p{Script=Han}{2}[江河湖山]`,
);
const SUBJECT = anyOf(
  '[局科股室站队厅委院校]|中心|部门|单位|支部|专班',
  // Groups named …组, but not 组织, 组成, 组建, 组合.
  String.raw`\p{Script=Han}组(?![织成建合装])`,
  // Offices named …处, …所, …办, but not 处理, 所有, 办理.
  String.raw`\p{Script=Han}{2}[处所办](?![理有以谓置法公事案结])`,
  '党[员组]|干部|职工|人员|志愿者|同志|群众|我们|书记|主任|[局科所站院校]长',
);

const PLACEHOLDER = /(?<![a-z])x{2,}(?![a-z])|×{2,}|\*{2,}|○{2,}|某某/giu;

/** A day at the start of a text; a span without a second month (`11月16-18日`) begins with one too. */
const LEADING_DAY = /^(?:\d{4}年)?\d{1,2}月\d{1,2}(?=[日号]|\s*[至到—–~\-、]\s*\d{1,2}[日号])/u;
/** So much of a text holds its first date. */
const LEAD = 40;

/** Warnings for the receipt, in a fixed order. */
export function checkItem(item: CheckedItem): readonly ItemWarning[] {
  const text = `${item.title}\n${item.body}`.normalize('NFKC');
  const warnings: (ItemWarning | undefined)[] = [
    item.eventDate || TIME.test(text) ? undefined : { code: 'no-time' },
    PLACE.test(text) ? undefined : { code: 'no-place' },
    SUBJECT.test(text) ? undefined : { code: 'no-subject' },
    checkAge(item.submittedOn, item.eventDate ?? writtenDate(item)),
    checkMonth(item),
    checkSecrecy(text, item.secrecyWords),
    checkPlaceholders(text),
  ];
  return warnings.filter((warning) => warning !== undefined);
}

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'u');
}

/** The day a text begins with (of a span, the first): further on it may be any day, of a law or of last year. */
function writtenDate({ body, submittedOn }: CheckedItem): PlainDate | undefined {
  const [written] = LEADING_DAY.exec(body.slice(0, LEAD).normalize('NFKC').trim()) ?? [];
  const answer = written === undefined ? undefined : parseDate(written, submittedOn);
  return answer?.kind === 'ok' ? answer.date : undefined;
}

function checkAge(submittedOn: PlainDate, happened: PlainDate | undefined): ItemWarning | undefined {
  const days = happened?.until(submittedOn).days ?? 0;
  return days > FRESH_DAYS ? { code: 'old-event', days } : undefined;
}

/** Only a date that was given as such decides on the month: what is merely written is asked about. */
function checkMonth(item: CheckedItem): ItemWarning | undefined {
  const date = item.eventDate ? undefined : writtenDate(item);
  return date && monthOf(date) !== monthOf(item.submittedOn) ? { code: 'other-month', date } : undefined;
}

/** Words of the bureau's secrecy list that a text has, as the list writes them. */
export function findSecrecyWords(text: string, words: readonly string[]): readonly string[] {
  const searched = squeeze(text);
  return words.filter((word) => squeeze(word) !== '' && searched.includes(squeeze(word)));
}

function checkSecrecy(text: string, words: readonly string[]): ItemWarning | undefined {
  const found = findSecrecyWords(text, words);
  return found.length > 0 ? { code: 'secrecy-words', words: found } : undefined;
}

/** A listed word is found however it is spaced, cased or typed (full-width). */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '');
}

function checkPlaceholders(text: string): ItemWarning | undefined {
  const found = [...new Set(text.match(PLACEHOLDER) ?? [])];
  return found.length > 0 ? { code: 'placeholders', found } : undefined;
}

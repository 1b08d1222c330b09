import type { PlainDate } from '../../kernel/clock.ts';

/** Something a reviewer would ask about. It never blocks: the bot warns, people decide. */
export type ItemWarning =
  | { readonly code: 'no-time' | 'no-place' | 'no-subject' }
  | { readonly code: 'old-event'; readonly days: number }
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
  '现场|中心|广场|工地|基地|线上',
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

/** Warnings for the receipt, in a fixed order. */
export function checkItem(item: CheckedItem): readonly ItemWarning[] {
  const text = `${item.title}\n${item.body}`.normalize('NFKC');
  const warnings: (ItemWarning | undefined)[] = [
    item.eventDate || TIME.test(text) ? undefined : { code: 'no-time' },
    PLACE.test(text) ? undefined : { code: 'no-place' },
    SUBJECT.test(text) ? undefined : { code: 'no-subject' },
    checkAge(item),
    checkSecrecy(text, item.secrecyWords),
    checkPlaceholders(text),
  ];
  return warnings.filter((warning) => warning !== undefined);
}

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'u');
}

function checkAge({ eventDate, submittedOn }: CheckedItem): ItemWarning | undefined {
  const days = eventDate ? eventDate.until(submittedOn).days : 0;
  return days > FRESH_DAYS ? { code: 'old-event', days } : undefined;
}

function checkSecrecy(text: string, words: readonly string[]): ItemWarning | undefined {
  const searched = squeeze(text);
  const found = words.filter((word) => squeeze(word) !== '' && searched.includes(squeeze(word)));
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

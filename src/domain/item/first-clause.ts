const LONGEST_CLAUSE = 30;
/** A cut shorter than this says nothing. */
const SHORTEST_CUT = 8;
const CLAUSE_END = /[，。；！？;!?\n]|,(?!\d)/u;
/** UTF-16 units that hold 30 characters however they are composed. Segmenting a long text takes minutes. */
const LOOKED_AT = 1000;
const SOFT_BREAK = /[、：:\s]/u;
const DAY = String.raw`(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}`;
const WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天末]';
/** A day, span of days or hour that leads into the sentence: no title by itself. */
const TIME_ALONE = new RegExp(
  `^(?:近日|日前|近期|连日来|今[天日早]|昨[天日晚]|前[天日]|[上本这]周|(?:上上|上|本|这)?个?${WEEKDAY}|` +
    String.raw`(?:${DAY}[日号]?\s*[至到—–~\-、和]+\s*)?${DAY}[日号](?:\s*\(${WEEKDAY}\))?)` +
    String.raw`(?:\s*[上下中]午|\s*晚上?|\s*早上)?$`,
  'u',
);

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A title for a text that came without one: its first clause that is more than a date, at most 30 characters (cut at the
 * last smaller break within them, else on the 30th). The text itself is not touched.
 */
export function firstClause(text: string): string {
  const clauses = text
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const [first = text.trim(), second] = clauses;
  return shorten(second && TIME_ALONE.test(first.normalize('NFKC')) ? second : first);
}

function shorten(clause: string): string {
  const start = clause.slice(0, LOOKED_AT);
  const all = Array.from(graphemes.segment(start), ({ segment }) => segment);
  if (start === clause && all.length <= LONGEST_CLAUSE) return clause;
  // The last one looked at may itself be cut through.
  const characters = start === clause ? all : all.slice(0, -1);
  const head = characters.slice(0, LONGEST_CLAUSE);
  const cut = head.findLastIndex((character) => SOFT_BREAK.test(character));
  return (cut >= SHORTEST_CUT ? head.slice(0, cut) : head).join('').trim();
}

import { describeMonth } from '../../domain/period/month.ts';
import { type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import { describeStanding } from '../items/describe-standing.ts';
import type { Candidate, Refusal } from './list-candidates.ts';
import type { HandedUp } from './sending.ts';

interface CandidateWords {
  readonly line: (serial: number, number: string, title: string) => string;
  readonly corrected: string;
  /** Without the title: a line for the whole group. */
  readonly refused: (serial: number, number: string, why: string) => string;
  readonly sent: (serial: number, number: string, state: string) => string;
  readonly leftOut: string;
  readonly notPrintable: (state: string) => string;
  readonly edited: string;
  readonly returned: string;
  readonly closed: (number: string, state: string) => string;
  readonly frozen: (number: string, month: string) => string;
  readonly alreadySent: (number: string) => string;
}

const WORDS: Words<CandidateWords> = {
  'zh-CN': {
    line: (serial, number, title) => `#${serial} ${number}《${title}》`,
    corrected: '（已更正，重新报送）',
    refused: (serial, number, why) => `#${serial} ${number}：${why}`,
    sent: (serial, number, state) => `#${serial} → ${number}（${state}）`,
    leftOut: '编排时不入稿',
    notPrintable: (state) => `现为“${state}”`,
    edited: '定稿后改过，请先 /更正',
    returned: '被退回后没有更正，请先修改并 /更正',
    closed: (number, state) => `对方的 ${number} 已是“${state}”，不能再改`,
    frozen: (number, month) => `对方的 ${number} 已编入其${month}定稿，请与对方联系更正`,
    alreadySent: (number) => `已报送，编号 ${number}，没有变化`,
  },
  en: {
    line: (serial, number, title) => `#${serial} ${number} "${title}"`,
    corrected: ' (corrected, once more)',
    refused: (serial, number, why) => `#${serial} ${number}: ${why}`,
    sent: (serial, number, state) => `#${serial} → ${number} (${state})`,
    leftOut: "left out of the report's text",
    notPrintable: (state) => `now ${state}`,
    edited: 'edited since; /amend first',
    returned: 'returned and not amended since',
    closed: (number, state) => `${number} up there is ${state} and stays as it is`,
    frozen: (number, month) => `${number} stands in their final report of ${month}; ask them to amend it`,
    alreadySent: (number) => `handed up before as ${number}, and the same`,
  },
};

/** An item that can be handed up. */
export function candidateLine(locale: Locale, { printed, standing }: Candidate): string {
  const words = WORDS[locale];
  const line = words.line(printed.serial, printed.number, printed.title);
  return standing.kind === 'corrected' ? line + words.corrected : line;
}

/** An item that was handed up, with its number there and how it stands. */
export function sentLine(
  locale: Locale,
  { candidate: { printed }, above }: Pick<HandedUp, 'candidate' | 'above'>,
): string {
  return WORDS[locale].sent(printed.serial, above.number, texts(locale).states[above.state]);
}

/** An item that cannot be handed up now, and why: without its title, which may not be for everybody. */
export function refusedLine(locale: Locale, { printed, standing }: Candidate): string {
  const words = WORDS[locale];
  const why =
    standing.kind === 'refused'
      ? describeRefusal(locale, standing.why)
      : standing.kind === 'sent'
        ? words.alreadySent(standing.above.number)
        : '';
  return words.refused(printed.serial, printed.number, why);
}

function describeRefusal(locale: Locale, why: Refusal): string {
  const words = WORDS[locale];
  const { states } = texts(locale);
  switch (why.kind) {
    case 'left-out':
      return words.leftOut;
    case 'not-printable':
      return words.notPrintable(describeStanding(locale, why.item));
    case 'edited':
      return words.edited;
    case 'returned':
      return words.returned;
    case 'closed':
      return words.closed(why.above.number, states[why.above.state]);
    case 'frozen':
      return words.frozen(why.above.number, describeMonth(why.month));
  }
}

import { firstClause } from '../item/first-clause.ts';

export interface SplitCommission {
  /** What stands before the first space: departments, with commas between. */
  readonly departments: readonly string[];
  readonly topic: string;
  readonly brief: string;
  /** What `截止：` says, as typed. */
  readonly due?: string;
}

/** `截止：11月25日` anywhere, up to the end of its line. */
const DUE = /(?:^|[\s，,。；;｜|])(?:截止(?:日期|时间)?|due)\s*[：:]\s*([^\n｜|]{0,60})/iu;
const HEAD = /^\s*(\S{1,400})\s*([\s\S]*)$/u;

/**
 * Splits `规划科、耕地科 主题｜要求 截止：11月25日`. The topic may also stand on a line of its own, with what is asked for
 * below it; without either, its first clause is the topic and the whole what is asked for.
 */
export function splitCommission(text: string): SplitCommission {
  const [, due] = DUE.exec(text) ?? [];
  const [, head = '', rest = ''] = HEAD.exec(text.replace(DUE, ' ')) ?? [];
  const written = rest.trim();
  const [, topic = '', brief = ''] = /^([^\n｜|]*)[｜|\n]([\s\S]*)$/u.exec(written) ?? [undefined, written];
  const short = [...topic.trim()].length <= LONGEST_TOPIC;
  return {
    departments: head.split(/[、，,]/u).filter((name) => name !== ''),
    topic: short ? topic.trim() : firstClause(written),
    brief: short ? brief.trim() : written,
    ...(due === undefined ? {} : { due: due.trim().replace(/[。．.]$/u, '') }),
  };
}

/** Characters of a topic that a line of a card and a heading of the report can hold. */
const LONGEST_TOPIC = 60;

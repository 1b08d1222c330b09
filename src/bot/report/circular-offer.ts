import type { Card } from '../../domain/message/card.ts';
import { describeSpan } from '../../domain/period/span.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';

interface OfferWords {
  readonly title: (span: string) => string;
  readonly text: string;
  readonly make: string;
}

const WORDS: Words<OfferWords> = {
  'zh-CN': {
    title: (span) => `${span}已结束，可以生成报送情况通报`,
    text: '一张表列出各部门应报、已报、报送条数、零报告和免报，按部门顺序排列，不作排名。文件先发给您核对，不会自动发到群里。',
    make: '生成通报',
  },
  en: {
    title: (span) => `${span} is over: its circular can be made`,
    text: 'One table, in the order of departments, without ranks. The file comes to you first, not to the group.',
    make: 'Make the circular',
  },
};

/** A span that is over, with a button that makes its circular; with what came of it once pressed. */
export function circularOffer(ctx: WorkContext, span: string, outcome?: string): Card {
  const words = WORDS[ctx.locale];
  return {
    tone: outcome === undefined ? 'info' : 'neutral',
    title: words.title(describeSpan(span)),
    blocks: [
      { kind: 'text', text: outcome ?? words.text },
      ...(outcome === undefined
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  label: words.make,
                  style: 'primary' as const,
                  action: 'circular.make',
                  data: { group: ctx.group.id, span },
                },
              ],
            },
          ]
        : []),
    ],
  };
}

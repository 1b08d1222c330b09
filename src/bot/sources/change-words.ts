import type { Words } from '../../kernel/text/texts.ts';

interface ChangeWords {
  readonly title: (count: number) => string;
  readonly done: string;
  readonly regrouped: string;
  readonly gone: string;
  readonly adopt: string;
  readonly keep: string;
  readonly seen: string;
  readonly withdraw: string;
  readonly more: (count: number) => string;
  readonly how: string;
  readonly adopted: (number: string) => string;
  readonly withdrawn: (number: string) => string;
  readonly kept: (number: string) => string;
  readonly decided: string;
  /** What the history says. */
  readonly editNote: string;
  readonly goneNote: string;
}

export const CHANGE_WORDS: Words<ChangeWords> = {
  'zh-CN': {
    title: (count) => `${count} 条信息的原消息有变化`,
    done: '原消息的变化都处理完了',
    regrouped: '原消息改过，条数或内容与已存的对不上，请发送 /修改 逐条核对。',
    gone: '原消息已删除，要撤回这条信息吗？',
    adopt: '采用为修改',
    keep: '保持原样',
    seen: '知道了',
    withdraw: '撤回信息',
    more: (count) => `另有 ${count} 条，处理完上面的再显示。`,
    how: '采用的按修改处理，需审核的重新送审；再次发送 /汇总 后编入报告。',
    adopted: (number) => `已采用 ${number} 的原消息修改。`,
    withdrawn: (number) => `已撤回 ${number}，不再计入报告，记录保留。`,
    kept: (number) => `${number} 保持原样。`,
    decided: '这一条已经处理过了。',
    editNote: '原消息修改',
    goneNote: '原消息已删除',
  },
  en: {
    title: (count) => `The messages of ${count} items have changed`,
    done: 'All changed messages are dealt with',
    regrouped: 'The message was edited and holds other items now. Please compare and use /edit.',
    gone: 'The message was deleted. Withdraw the item?',
    adopt: 'Take it as an edit',
    keep: 'Keep as stored',
    seen: 'Noted',
    withdraw: 'Withdraw',
    more: (count) => `${count} more, shown when these are dealt with.`,
    how: 'What you take is an edit and is reviewed again; compile again to have it in the report.',
    adopted: (number) => `The edit of ${number} was taken.`,
    withdrawn: (number) => `Withdrawn: ${number}. The record stays.`,
    kept: (number) => `${number} stays as it is.`,
    decided: 'This one is dealt with already.',
    editNote: 'message edited',
    goneNote: 'message deleted',
  },
};

import type { Direction } from '../../domain/report/arrange-items.ts';
import type { Words } from '../../kernel/text/texts.ts';

/** What is said at the desk, on its cards and about what was done there. */
export interface DeskWords {
  readonly title: (month: string) => string;
  readonly printed: string;
  readonly leftOut: string;
  readonly inReview: string;
  readonly count: (n: number) => string;
  readonly none: string;
  readonly open: (group: string, printed: number) => string;
  readonly how: (month: string) => string;
  readonly group: (group: string, printed: number) => string;
  readonly worded: string;
  readonly stale: string;
  readonly staleTitle: string;
  readonly up: string;
  readonly down: string;
  readonly top: string;
  readonly omit: string;
  readonly restore: string;
  readonly edit: string;
  readonly original: string;
  readonly previous: string;
  readonly next: string;
  readonly back: string;
  readonly overview: string;
  readonly itemTitle: (serial: number) => string;
  readonly section: string;
  readonly reportTitle: string;
  readonly reportBody: string;
  readonly tooLong: string;
  readonly into: string;
  readonly intoHint: string;
  readonly save: string;
  readonly ownText: string;
  readonly wholeText: (item: string) => string;
  readonly changed: string;
  readonly same: string;
  readonly placed: (item: string, group: string, place: number) => string;
  readonly place: (group: string, place: number) => string;
  readonly atEnd: Readonly<Record<Direction, (item: string) => string>>;
  readonly outFirst: (item: string) => string;
  readonly omitted: (item: string) => string;
  readonly restored: (item: string) => string;
  readonly wasIn: (item: string) => string;
  readonly wasOut: (item: string) => string;
  readonly moved: (item: string, section: string) => string;
  readonly movedCarried: (item: string, section: string) => string;
  readonly shortened: (item: string) => string;
  readonly unshortened: (item: string) => string;
  readonly notWorded: (item: string) => string;
}

export const DESK_WORDS: Words<DeskWords> = {
  'zh-CN': {
    title: (month) => `${month}报告编排`,
    printed: '入稿',
    leftOut: '不入稿',
    inReview: '待审或退回',
    count: (n) => `${n} 条`,
    none: '还没有可以入稿的信息。审核通过并可公开的，会出现在这里。编排其他月份请写明，如 /编辑 10月。',
    open: (group, printed) => `${group}（${printed}）`,
    how: (month) => `点栏目逐条编排，改好后发送 /汇总 ${month}。不入稿的仍计入报送条数。`,
    group: (group, printed) => `${group}：入稿 ${printed} 条`,
    worded: '已改写',
    stale: '改写后原文又改过，用新的原文',
    staleTitle: '改写后原文又改过，报告用新的原文',
    up: '↑',
    down: '↓',
    top: '置顶',
    omit: '不入稿',
    restore: '恢复',
    edit: '编辑',
    original: '用回原文',
    previous: '上一页',
    next: '下一页',
    back: '返回栏目',
    overview: '返回总览',
    itemTitle: (serial) => `报告里的 #${serial}`,
    section: '栏目',
    reportTitle: '报告里的标题',
    reportBody: '报告里的内容',
    tooLong: '内容超过 1000 字，表单装不下。缩写请在这里写，不写则不变',
    into: '并入哪条（只在合并时填）',
    intoHint: '如 #13',
    save: '保存',
    ownText: '原文',
    wholeText: (item) => `全文：发送 /查看 ${item}`,
    changed: '编排已有变化，这是现在的样子，请再看一眼。',
    same: '没有变化。',
    placed: (item, group, place) => `${item} 现为“${group}”第 ${place} 条。`,
    place: (group, place) => `${group}第 ${place} 条`,
    atEnd: {
      up: (item) => `${item} 已是第一条。`,
      down: (item) => `${item} 已是最后一条。`,
      top: (item) => `${item} 已是第一条。`,
    },
    outFirst: (item) => `${item} 现不入稿，先恢复再排序。`,
    omitted: (item) => `${item} 不入稿：正文不写，仍计入报送条数。`,
    restored: (item) => `${item} 已恢复入稿。`,
    wasIn: (item) => `${item} 已在稿中，不用恢复。要去掉改写请用“原文”。`,
    wasOut: (item) => `${item} 已是不入稿。`,
    moved: (item, section) => `${item} 已改到“${section}”。`,
    movedCarried: (item, section) => `${item} 已改到“${section}”；本月报告里仍在“上月补报”。`,
    shortened: (item) => `${item} 已缩写，只用于报告；原文不变。`,
    unshortened: (item) => `${item} 报告用回原文。`,
    notWorded: (item) => `${item} 没有改写，报告用的就是原文。`,
  },
  en: {
    title: (month) => `The report of ${month} at the desk`,
    printed: 'In the text',
    leftOut: 'Left out',
    inReview: 'In review or returned',
    count: (n) => String(n),
    none: 'Nothing to print yet. What is approved and fit to be published will be here. Name another month to arrange it.',
    open: (group, printed) => `${group} (${printed})`,
    how: (month) =>
      `Press a section to arrange it, then send /compile ${month}. What is left out still counts.`,
    group: (group, printed) => `${group}: ${printed} in the text`,
    worded: 'in other words',
    stale: 'edited since it was worded anew: its new text is printed',
    staleTitle: 'Edited since they were worded anew: their new text is printed',
    up: '↑',
    down: '↓',
    top: 'To the top',
    omit: 'Leave out',
    restore: 'Take back',
    edit: 'Edit',
    original: 'Whole text again',
    previous: 'Previous',
    next: 'Next',
    back: 'Back to the section',
    overview: 'All sections',
    itemTitle: (serial) => `#${serial} in the report`,
    section: 'Section',
    reportTitle: 'Title in the report',
    reportBody: 'Text in the report',
    tooLong: 'More than 1,000 signs do not fit here. Write a shorter text, or nothing to leave it',
    into: 'Merge into (only to merge)',
    intoHint: 'such as #13',
    save: 'Save',
    ownText: 'Own text',
    wholeText: (item) => `All of it: /show ${item}`,
    changed: 'Something was changed meanwhile. This is how it stands; please look again.',
    same: 'Nothing is different.',
    placed: (item, group, place) => `${item} is number ${place} of "${group}".`,
    place: (group, place) => `${group}, number ${place}`,
    atEnd: {
      up: (item) => `${item} is the first already.`,
      down: (item) => `${item} is the last already.`,
      top: (item) => `${item} is the first already.`,
    },
    outFirst: (item) => `${item} is left out: take it back first.`,
    omitted: (item) => `${item} is left out of the text; it still counts.`,
    restored: (item) => `${item} is in the text again.`,
    wasIn: (item) => `${item} is in the text already. "original" takes back its shortened text.`,
    wasOut: (item) => `${item} is left out already.`,
    moved: (item, section) => `${item} went to "${section}".`,
    movedCarried: (item, section) => `${item} went to "${section}"; this month it stays among the late ones.`,
    shortened: (item) => `${item} is shortened for the report alone; its own text stays.`,
    unshortened: (item) => `${item} is printed with its own text again.`,
    notWorded: (item) => `${item} is not shortened.`,
  },
};

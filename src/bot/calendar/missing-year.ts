import type { Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';

const WORDS: Words<(year: number) => string> = {
  'zh-CN': (year) =>
    `${year} 年的放假安排还没有数据，暂按周一至周五上班、1月1日、5月1日和10月1日至3日放假计算，调休上班日不计。国务院办公厅的通知公布后，请发送 /日历 导入，并在后面粘贴通知全文。`,
  en: (year) =>
    `The holidays of ${year} are not known yet: Monday to Friday count as worked, except 1 January, 1 May and 1 to 3 October. Once the State Council's notice is out, send /calendar import with its text behind.`,
};

/** That a year's plan is not known, what is gone by instead, and how to bring it in. */
export function missingYear({ locale }: Pick<WorkContext, 'locale'>, year: number): string {
  return WORDS[locale](year);
}

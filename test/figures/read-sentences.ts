import type { Counted } from './count-plan.ts';

type Expected = Pick<
  Counted,
  | 'owed'
  | 'answered'
  | 'nil'
  | 'excused'
  | 'missing'
  | 'lateWeeks'
  | 'submitted'
  | 'late'
  | 'adopted'
  | 'lastYear'
> &
  Pick<Counted, 'joint' | 'inReview' | 'notPublic'> & {
    readonly offices: number;
    readonly leftOutItems: number;
  };

/** Every way in which a paper states a figure, and which figure that is. */
const SENTENCES: readonly (readonly [pattern: RegExp, figure: keyof Expected])[] = [
  [/我局(\d+)个部门/g, 'offices'],
  [/应报信息(\d+)周次/g, 'owed'],
  [/，已报(\d+)周次/g, 'answered'],
  [/其中零报告(\d+)周次/g, 'nil'],
  [/免报(\d+)周次/g, 'excused'],
  [/，未报(\d+)周次/g, 'missing'],
  [/未作零报告的共(\d+)周次/g, 'missing'],
  [/逾期报送(\d+)周次/g, 'lateWeeks'],
  [/共报送(?:宣传)?信息(\d+)条/g, 'submitted'],
  [/本月报送信息(\d+)条/g, 'submitted'],
  [/其中补报(\d+)条/g, 'late'],
  [/补报信息(\d+)条/g, 'late'],
  [/联合报送(?:信息)?(\d+)条/g, 'joint'],
  [/被媒体采用(\d+|××)条/g, 'adopted'],
  [/登记采用(\d+)条/g, 'adopted'],
  [/上年同期报送(\d+|××)条/g, 'lastYear'],
  [/尚未审核通过(?:信息)?(\d+)条/g, 'inReview'],
  [/不宜公开或需报审(?:信息)?(\d+)条/g, 'notPublic'],
  [/(\d+)条未列入正文/g, 'leftOutItems'],
];

/** What a text states otherwise than it should be, and how many figures it states. */
export function checkSentences(text: string, counted: Counted): { wrong: string[]; stated: number } {
  const expected: Expected = {
    ...counted,
    offices: counted.departments.length,
    leftOutItems: counted.leftOut.length,
  };
  const found = SENTENCES.flatMap(([pattern, figure]) =>
    [...text.matchAll(pattern)].map(([words, value]) => ({ words, value, figure })),
  );
  const wrong = found
    .filter(({ value, figure }) => value !== String(expected[figure] ?? '××'))
    .map(({ words, figure }) => `“${words}”, ${figure} is ${expected[figure]}`);
  return { wrong, stated: found.length };
}

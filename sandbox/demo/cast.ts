/** The people of an invented county bureau. Names are made up. */

export const GROUP_NAME = '青禾县自然资源局宣传工作群';

/** Sets the bot up and keeps the roster. */
export const ADMIN = '周致远';
/** Answers for the month's report. */
export const LEAD = '沈云舒';
/** Reads what the lead compiles. */
export const CHIEF = '何振邦';
/** In the group without a role. */
export const BYSTANDER = '邱小满';

export interface Post {
  readonly department: string;
  readonly correspondent: string;
  readonly deputy?: string;
}

/** In the order of the bureau's own list. */
export const POSTS: readonly Post[] = [
  { department: '规划科', correspondent: '林晓禾' },
  { department: '耕地科', correspondent: '赵秋实' },
  { department: '登记中心', correspondent: '孙若溪' },
  { department: '利用科', correspondent: '吴承远' },
  { department: '修复科', correspondent: '郑清和' },
  { department: '矿产科', correspondent: '马知行' },
  { department: '测绘科', correspondent: '冯一诺' },
  { department: '执法大队', correspondent: '韩松林', deputy: '曹立言' },
  { department: '人事科', correspondent: '许静姝' },
];

/** Everyone in the group. */
export const PEOPLE: readonly string[] = [
  ADMIN,
  LEAD,
  CHIEF,
  BYSTANDER,
  ...POSTS.flatMap(({ correspondent, deputy }) =>
    deputy === undefined ? [correspondent] : [correspondent, deputy],
  ),
];

/** What the person does at the bureau, as the page shows it beside the name. Empty for those without an office. */
export function titleOf(name: string): string {
  if (name === ADMIN) return '群管理员';
  if (name === LEAD) return '宣传负责人';
  if (name === CHIEF) return '分管领导';
  const post = POSTS.find(({ correspondent, deputy }) => correspondent === name || deputy === name);
  if (post === undefined) return '';
  return `${post.department}通讯员${post.deputy === name ? '（副）' : ''}`;
}

/** Throws for a department that the bureau does not have: a slip of the script's author. */
export function postOf(department: string): Post {
  const post = POSTS.find((each) => each.department === department);
  if (post === undefined) throw new Error(`no such department in the cast: ${department}`);
  return post;
}

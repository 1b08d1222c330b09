import type { PlainDate } from '../../src/kernel/clock.ts';
import type { Act, Say } from './act.ts';
import { ADMIN, CHIEF, LEAD, POSTS } from './cast.ts';

/** What the admin does after adding the bot: departments, correspondents, roles, and the reminders switched on. */
export function setUpActs(on: PlainDate): readonly Act[] {
  const orders: readonly (readonly [text: string, answer: RegExp])[] = [
    [`/部门 新增 ${POSTS.map(({ department }) => department).join(' ')}`, /已新增部门/],
    ...POSTS.map(
      ({ department, correspondent }) =>
        [
          `/通讯员 设置 ${department} @${correspondent}`,
          new RegExp(`${department}的通讯员是${correspondent}`),
        ] as const,
    ),
    ...POSTS.flatMap(({ department, deputy }) =>
      deputy === undefined ? [] : [[`/通讯员 副手 ${department} @${deputy}`, new RegExp(deputy)] as const],
    ),
    [`/角色 宣传负责人 @${LEAD}`, new RegExp(`宣传负责人：${LEAD}`)],
    [`/角色 分管领导 @${CHIEF}`, new RegExp(`分管领导：${CHIEF}`)],
  ];
  const said = orders.map(
    ([text, answer], index): Say => ({ kind: 'say', on, time: minute(41 + index), who: ADMIN, text, answer }),
  );
  return [...said, { kind: 'press', on, time: minute(58), who: ADMIN, button: '启用' }];
}

function minute(past8: number): string {
  return `08:${String(past8).padStart(2, '0')}`;
}

import type { Words } from '../../kernel/text/texts.ts';

export interface HeldWords {
  /** What a row is, by its table. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly other: string;
  readonly title: (name: string) => string;
  readonly identity: (id: string) => string;
  readonly count: (kind: string, count: number) => string;
  readonly roles: (names: string) => string;
  readonly traces: string;
  readonly how: string;
  readonly file: (name: string) => string;
  /** Says whose it is, and of which day: first sheet. */
  readonly summary: readonly [sheet: string, kind: string, count: string];
  readonly inPrivate: string;
  readonly sent: (name: string) => string;
  readonly unknown: (name: string) => string;
  readonly several: (name: string) => string;
  readonly nobody: string;
  readonly yourself: string;
  readonly elsewhere: string;
  readonly ask: (name: string) => string;
  readonly replaced: string;
  /** Other groups, which the person was never in, name them. */
  readonly above: string;
  readonly kept: string;
  readonly inTexts: (items: string) => string;
  readonly stillHere: string;
  readonly button: string;
  readonly confirmTitle: string;
  readonly confirmText: string;
  readonly pseudonym: (nth: number) => string;
  readonly done: (pseudonym: string) => string;
  readonly vacant: (departments: string) => string;
  readonly doneBefore: string;
}

export const HELD_WORDS: Words<HeldWords> = {
  'zh-CN': {
    kinds: {
      members: '群成员登记',
      roles: '角色',
      reporters: '通讯员任职',
      join_requests: '通讯员申请',
      items: '报送的信息',
      item_revisions: '信息的处理记录',
      nils: '本周无',
      excuses: '免报登记',
      commissions: '约稿',
      pitches: '投稿',
      adoptions: '用稿登记',
      known_months: '上年数据',
      calendar_days: '日历调整',
      reports: '生成的报告',
      late_choices: '补报去向',
      source_changes: '原消息改动的处理',
      audit: '操作记录',
      groups: '启用提醒',
      pairing_codes: '发出的配对码',
      group_links: '上下级对接',
      item_origins: '上报登记',
    },
    other: '其他记录',
    title: (name) => `${name}：本群保存的个人信息`,
    identity: (id) => `平台编号：${id}`,
    count: (kind, count) => `${kind} ${count} 条`,
    roles: (names) => `角色：${names}`,
    traces: '收发消息的记录只为避免重复处理，到期自动删除。',
    how: '导出：/审计 导出 @本人；匿名：/审计 匿名 @本人。已离群的写姓名。',
    file: (name) => `${name}个人信息.xlsx`,
    summary: ['总览', '类别', '条数'],
    inPrivate: '已私信给您，个人信息不在群里显示。',
    sent: (name) => `“${name}”的个人信息已整理成文件，私信发给您，请妥善保管。`,
    unknown: (name) => `本群没有叫“${name}”的人。请 @ 本人，已离群的写全名。`,
    several: (name) => `本群有几个人叫“${name}”，请 @ 本人。`,
    nobody: '请 @ 一个人，或写已离群人员的姓名。',
    yourself: '不能对自己作匿名处理，请由另一位管理员操作。',
    elsewhere: '此人还在其他群登记，本群管理员不能单独处理，请联系服务器管理员。',
    ask: (name) => `确认将“${name}”作匿名处理？`,
    replaced: '姓名和平台编号将换成“已匿名人员”加编号，角色和通讯员任职随之结束。此操作不能撤销。',
    above: '上下级群里由其上报或办理的记录，也一并换成化名。',
    kept: '报送条数、报告数字不变；已生成的报告文件和以前的备份保持原样。',
    inTexts: (items) => `这些信息的正文提到该姓名，属于报送内容，不会改动：${items}。如需修改请用 /修改。`,
    stillHere: '此人仍在群内，之后再发消息会重新登记。',
    button: '确认匿名',
    confirmTitle: '匿名处理',
    confirmText: '处理后不能恢复，确定吗？',
    pseudonym: (nth) => `已匿名人员-${nth}`,
    done: (pseudonym) => `已作匿名处理，今后显示为“${pseudonym}”。`,
    vacant: (departments) => `${departments}现在没有通讯员，请用 /通讯员 设置 指定。`,
    doneBefore: '已经处理过，无需再点。',
  },
  en: {
    kinds: {
      members: 'membership',
      roles: 'roles',
      reporters: 'posts as correspondent',
      join_requests: 'applications',
      items: 'items sent in',
      item_revisions: 'steps in items’ histories',
      nils: 'nil reports',
      excuses: 'excuses',
      commissions: 'commissions',
      pitches: 'pitches',
      adoptions: 'adoptions registered',
      known_months: 'figures of last year',
      calendar_days: 'changes of the calendar',
      reports: 'reports made',
      late_choices: 'decisions on late items',
      source_changes: 'decisions on edited messages',
      audit: 'lines of the log',
      groups: 'switching reminders on',
      pairing_codes: 'pairing codes given out',
      group_links: 'links of groups',
      item_origins: 'items handed up',
    },
    other: 'other records',
    title: (name) => `${name}: what this group holds`,
    identity: (id) => `Id on the platform: ${id}`,
    count: (kind, count) => `${kind}: ${count}`,
    roles: (names) => `Roles: ${names}`,
    traces: 'Traces of messages only keep things from happening twice, and are deleted in time.',
    how: 'A file: /audit export @person; anonymous: /audit anonymize @person. Of who has left, write the name.',
    file: (name) => `What is held about ${name}.xlsx`,
    summary: ['Overview', 'kind', 'rows'],
    inPrivate: 'You have it in our private chat: it is about a person.',
    sent: (name) => `What is held about ${name} is on its way to you in private. Please keep it safe.`,
    unknown: (name) =>
      `Nobody here is called "${name}". Mention the person, or write the whole name of who has left.`,
    several: (name) => `Several people here are called "${name}"; mention the person.`,
    nobody: 'Mention one person, or write the name of who has left.',
    yourself: 'You cannot make yourself anonymous; another admin can.',
    elsewhere: 'This person is known in other groups too; ask the server’s operator.',
    ask: (name) => `Make ${name} anonymous?`,
    replaced: 'A pseudonym takes the place of name and id; roles and posts end. This cannot be undone.',
    above: 'So do records of what they handed up to, or did for, groups above and below.',
    kept: 'Counts and figures stay; report files that were made, and earlier backups, stay as they are.',
    inTexts: (items) =>
      `These items’ own texts have the name and are not changed: ${items}. /edit changes them.`,
    stillHere: 'This person is still in the group, and is registered anew with the next message.',
    button: 'Make anonymous',
    confirmTitle: 'Anonymous',
    confirmText: 'This cannot be undone. Go on?',
    pseudonym: (nth) => `Anonymous person ${nth}`,
    done: (pseudonym) => `Done: shown as "${pseudonym}" from now on.`,
    vacant: (departments) => ` Nobody reports for ${departments} now: /reporter set names somebody.`,
    doneBefore: 'This has been done already.',
  },
};

import type { AuditAction } from '../../domain/audit/audit-entry.ts';
import type { ChangedKind } from '../../domain/calendar/work-calendar.ts';
import type { Words } from '../../kernel/text/texts.ts';

/** What was done, in words. */
export interface AuditWords {
  readonly actions: Readonly<Record<AuditAction, string>>;
  /** Who acts on the server's command line. */
  readonly operator: string;
  readonly added: (words: string) => string;
  readonly removed: (words: string) => string;
  readonly reordered: string;
  readonly departments: (count: number) => string;
  readonly items: (count: number) => string;
  readonly dayKinds: Readonly<Record<ChangedKind, string>>;
  readonly version: (month: string, version: number) => string;
}

export const AUDIT_WORDS: Words<AuditWords> = {
  'zh-CN': {
    actions: {
      'config.set': '修改设置',
      'dept.add': '新增部门',
      'dept.rename': '部门改名',
      'dept.close': '关闭部门',
      'dept.reopen': '恢复部门',
      'dept.merge': '合并部门',
      'dept.split': '拆分部门',
      'dept.quota': '调整报送任务',
      'reporter.set': '设置通讯员',
      'reporter.deputy': '设置副通讯员',
      'reporter.remove': '移除通讯员',
      'role.grant': '设置角色',
      'role.remove': '取消角色',
      'import.apply': '导入名单',
      'figures.import': '导入上年数据',
      'calendar.add': '调整日历',
      'calendar.remove': '恢复日历',
      'calendar.import': '导入放假安排',
      'join.agree': '同意通讯员申请',
      'join.refuse': '不同意通讯员申请',
      'group.enable': '启用提醒',
      'excuse.grant': '登记免报',
      'excuse.cancel': '取消免报',
      'remind.now': '催报',
      'report.compile': '汇总报告',
      'report.finalize': '报告定稿',
      'report.amend': '更正报告',
      'circular.compile': '生成通报',
      'export.make': '导出',
      'template.use': '更换默认模板',
      'commission.ask': '约稿',
      'commission.cancel': '取消约稿',
      'outlet.add': '新增媒体',
      'outlet.change': '修改媒体',
      'outlet.remove': '移除媒体',
      'adopted.register': '登记用稿',
      'adopted.cancel': '取消用稿',
      'item.pitch': '投稿',
      'item.withdraw': '撤回信息',
      'item.secrecy': '保密审查',
      'link.code': '发出配对码',
      'link.join': '与上级或下级单位对接',
      'link.end': '解除上下级对接',
      'items.hand-up': '上报信息',
      'items.receive': '收到下级报送',
      'person.export': '导出个人信息',
      'person.anonymize': '个人信息匿名',
    },
    operator: '服务器管理员',
    added: (words) => `增加 ${words}`,
    removed: (words) => `去掉 ${words}`,
    reordered: '调整顺序',
    departments: (count) => `${count} 个部门`,
    items: (count) => `${count} 条`,
    dayKinds: { off: '休', workday: '班' },
    version: (month, version) => `${month} 第 ${version} 版`,
  },
  en: {
    actions: {
      'config.set': 'changed a setting',
      'dept.add': 'added departments',
      'dept.rename': 'renamed a department',
      'dept.close': 'closed a department',
      'dept.reopen': 'reopened a department',
      'dept.merge': 'merged departments',
      'dept.split': 'split a department',
      'dept.quota': 'set what departments owe',
      'reporter.set': 'set a correspondent',
      'reporter.deputy': 'set a deputy correspondent',
      'reporter.remove': 'removed a correspondent',
      'role.grant': 'granted a role',
      'role.remove': 'took a role away',
      'import.apply': 'imported a roster',
      'figures.import': "imported last year's figures",
      'calendar.add': 'changed the calendar',
      'calendar.remove': 'gave days back to the plan',
      'calendar.import': 'imported a holiday plan',
      'join.agree': 'agreed to an application',
      'join.refuse': 'refused an application',
      'group.enable': 'switched reminders on',
      'excuse.grant': 'excused a department',
      'excuse.cancel': 'cancelled an excuse',
      'remind.now': 'sent a reminder',
      'report.compile': 'compiled a report',
      'report.finalize': 'made a report final',
      'report.amend': 'amended a report',
      'circular.compile': 'made a circular',
      'export.make': 'exported tables',
      'template.use': 'changed the default template',
      'commission.ask': 'asked for a text',
      'commission.cancel': 'cancelled a commission',
      'outlet.add': 'added an outlet',
      'outlet.change': 'changed an outlet',
      'outlet.remove': 'removed an outlet',
      'adopted.register': 'registered what was printed',
      'adopted.cancel': 'cancelled what was registered',
      'item.pitch': 'pitched an item',
      'item.withdraw': 'withdrew an item',
      'item.secrecy': 'judged whether an item may be published',
      'link.code': 'gave out a pairing code',
      'link.join': 'linked two groups',
      'link.end': 'ended a link of two groups',
      'items.hand-up': 'handed items up',
      'items.receive': 'received items from below',
      'person.export': 'exported what is held about a person',
      'person.anonymize': 'made a person anonymous',
    },
    operator: "the server's operator",
    added: (words) => `added ${words}`,
    removed: (words) => `removed ${words}`,
    reordered: 'put in another order',
    departments: (count) => `${count} departments`,
    items: (count) => `${count} items`,
    dayKinds: { off: 'off', workday: 'worked' },
    version: (month, version) => `${month} version ${version}`,
  },
};

/** The actions a person means by a word: those whose name holds it. */
export function findActions(written: string): readonly AuditAction[] {
  const wanted = written.normalize('NFKC').toLowerCase();
  const names = [AUDIT_WORDS['zh-CN'].actions, AUDIT_WORDS.en.actions];
  const actions = Object.keys(AUDIT_WORDS['zh-CN'].actions) as AuditAction[];
  return actions.filter((action) => action === wanted || names.some((name) => name[action].includes(wanted)));
}

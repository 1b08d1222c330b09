/** The source of all shared words. Placeholders in `errors` stand in braces and are filled from the error's data. */
export const zhCn = {
  errors: {
    'command.unknown': '没有“{name}”这个命令。{hint}',
    'command.role': '“{name}”需要{roles}权限，您目前没有。请联系本群管理员。',
    'command.usage': '{reason}\n用法：{usage}\n例如：{example}',
    'command.group-only': '“{name}”请在工作群里使用。',
    'group.unknown': '您还不在任何已启用宣传信息报送的工作群里，请先请管理员把机器人加进群。',
    'department.none': '您还没有绑定部门，暂时不能报送。请管理员在群里发送：/通讯员 设置 部门名 @您',
    'department.unknown': '没有找到部门“{name}”。现有部门：{known}',
    'department.taken': '部门“{name}”已经存在。',
    'item.unknown': '没有找到“{ref}”。请核对编号，例如 #12 或 202611-规划科-03。',
    'item.state': '“{ref}”当前是“{state}”，不能这样操作。',
    'item.not-yours': '“{ref}”不是您部门报送的，不能操作。',
    bug: '处理时出了问题，已记录，编号 {incident}。请稍后再试；若仍不行，请把编号告诉管理员。',
  },
  roles: {
    member: '群成员',
    correspondent: '通讯员',
    editor: '初审人',
    lead: '宣传负责人',
    chief: '分管领导',
    admin: '管理员',
  },
  answers: { submitted: '已报', late: '补报', nil: '零报告', excused: '免报', missing: '未报' },
  states: {
    submitted: '待审',
    approved: '已通过',
    returned: '已退回',
    withdrawn: '已撤回',
    merged: '已合并',
  },
  list: (words: readonly string[]): string => words.join('、'),
};

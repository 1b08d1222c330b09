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
  usage: { wrong: '缺少或不正确：', extra: '后面多了无法识别的内容。', action: '要做的事' },
  unknown: {
    didYouMean: (name: string): string => `您是不是想用 ${name}？`,
    seeHelp: '发送 /帮助 查看可用命令。',
  },
  hint: '我只认命令：发送“报送 标题｜内容”报送信息，发送“帮助”查看全部命令。',
  chooseGroup: {
    title: '请选择工作群',
    text: '您在多个工作群里，这条消息算哪个群的？选一次即可，以后发送 /选群 可以更换。',
  },
  welcome: {
    title: '宣传信息报送机器人已入群',
    intro:
      '每周收集各部门信息，到报送日只提醒还没报的部门，每月一条命令生成工作报告（Word）。开始前请管理员完成三步：',
    steps: [
      '建部门：/部门 新增 规划科 耕地科',
      '定人员：/通讯员 设置 规划科 @张三，/角色 宣传负责人 @李四',
      '核对无误后点击“启用”，此后才会在报送日提醒。',
    ],
    enable: '启用',
    note: '把机器人拉进群的人是管理员。发送 /帮助 查看全部命令。',
  },
  recall: {
    withdrawn: (number: string, title: string): string =>
      `您撤回了消息，${number}《${title}》已同时撤回，不再计入报告。`,
    askTitle: '消息已撤回，信息要一起撤回吗？',
    ask: (number: string, title: string): string => `${number}《${title}》已编入报告。请选择：`,
    withdraw: '撤回信息',
    keep: '保留信息',
  },
  dead: {
    title: '有消息没能送达',
    text: (what: string, why: string): string =>
      `${what}未能送达：${why}。请检查对方是否还在群内、机器人权限是否完整。`,
  },
  list: (words: readonly string[]): string => words.join('、'),
};

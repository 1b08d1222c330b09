import { zhCnErrors } from './zh-cn-errors.ts';

/** What a submission counts for, in words. `dutyMonth` is undefined when nobody owes that week. */
interface CountsFor {
  readonly week: string;
  readonly days: string;
  readonly dutyMonth: string | undefined;
  readonly month: string;
  readonly late: boolean;
}

/** One of several items that came with one message. */
interface ReceiptLine {
  readonly serial: number;
  readonly number: string;
  readonly title: string;
  readonly section: string;
  readonly late: boolean;
  readonly files: number;
  readonly warnings: number;
}

/** Said only where it is not what one would expect: duty and item usually belong to one month. */
function dutyNote({ dutyMonth, month }: CountsFor): string {
  if (dutyMonth === undefined) return '，本周无需报送';
  return dutyMonth === month ? '' : `，应报计入${dutyMonth}`;
}

/** The source of all shared words. */
export const zhCn = {
  errors: zhCnErrors,
  roles: {
    member: '群成员',
    correspondent: '通讯员',
    editor: '初审人',
    lead: '宣传负责人',
    chief: '分管领导',
    admin: '管理员',
  },
  answers: { submitted: '已报', late: '补报', nil: '零报告', excused: '免报', missing: '未报' },
  /** Shown apart from the answers: it owes none. */
  voluntary: '自愿报送',
  sentOfQuota: (department: string, sent: number, quota: number): string =>
    `${department}（已报${sent}/${quota}）`,
  states: {
    submitted: '待审',
    approved: '已通过',
    returned: '已退回',
    withdrawn: '已撤回',
    merged: '已合并',
  },
  secrecy: { unjudged: '未审查', open: '可公开', closed: '不宜公开', ask: '需报审' },
  deeds: {
    submit: '报送',
    edit: '修改',
    section: '调整栏目',
    approve: '通过',
    return: '退回',
    withdraw: '撤回',
    merge: '合并',
    recall: '撤回消息',
    secrecy: '保密审查',
    pitch: '投稿',
    adopt: '登记用稿',
    unadopt: '取消用稿',
    move: '调整顺序',
    omit: '不入稿',
    restore: '恢复入稿',
    shorten: '缩写',
    unshorten: '用回原文',
    punctuate: '采纳标点建议',
  },
  itemCard: {
    title: (serial: number): string => `信息 #${serial}`,
    author: '报送人',
    origin: '来源',
    state: '状态',
    secrecy: '保密审查',
    adopted: '用稿',
    pitched: '投稿',
    leftOut: '不入稿（仍计入报送条数）',
    report: '报告',
    inPrivate: (serial: number, verdict: string): string => `#${serial} ${verdict}，已私信给您。`,
    wording: (title: string, body: string): string => `报告里写作：《${title}》\n${body}`,
    pitchedTo: (outlet: string, printed: boolean): string =>
      `${outlet}（${printed ? '已采用' : '未登记采用'}）`,
  },
  review: {
    askTitle: (serial: number): string => `待审 #${serial}`,
    approve: '通过',
    amend: '修改后通过',
    amendSubmit: '保存并通过',
    return: '退回',
    reason: '退回原因',
    approvedTitle: (serial: number): string => `#${serial} 已通过审核`,
    returnedTitle: (serial: number): string => `#${serial} 被退回，请修改`,
    said: (name: string, note: string): string => `${name}：${note}`,
    mend: '修改',
    moved: (state: string, who: string): string => `这条信息已有变化，当前：${state}（${who}）。`,
    queue: (count: number): string => `您现在可以审核信息了：有 ${count} 条在等，发送 /待审 查看。`,
    ownNote: (note: string): string => (note === '' ? '（本人审核本人信息）' : `${note}（本人审核本人信息）`),
  },
  futureMonth: '这个月还没有到。',
  latecomer: (month: string, version: number, item: string): string =>
    `${month}报告第 ${version} 版汇总后，又收到属于该月的新报送：${item}。需要编入时请再次发送 /汇总。`,
  merge: {
    askTitle: '两个部门的信息相似，是联合信息吗？',
    ask: '合并后全局计 1 条，两个部门各计 1 条；保留则各算各的。',
    join: '合并为联合信息',
    keep: '各自保留',
    done: (number: string, into: string): string =>
      `${number} 已并入 ${into}，作为联合信息：全局计 1 条，各部门各计 1 条。`,
    doneWithin: (number: string, into: string): string => `${number} 已并入 ${into}，只计 1 条。`,
  },
  edit: {
    formTitle: (serial: number): string => `修改 #${serial}`,
    save: '保存',
    sentPrivately: '表单已私信给您，请在私聊里修改。',
    moved: (serial: number, section: string): string => `#${serial} 已改到“${section}”栏目`,
    fields: {
      title: '标题',
      body: '内容',
      date: '事件日期',
      section: '栏目',
      campaign: '专题',
      outlets: '拟投',
    },
    change: (field: string, from: string, to: string): string => `${field}：${from || '（空）'} → ${to}`,
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
    note: '把机器人拉进群的人是管理员。发送 /帮助 查看全部命令；没有回应时，请先 @机器人 再写命令。',
  },
  recall: {
    withdrawn: (number: string, title: string): string =>
      `您撤回了消息，${number}《${title}》已同时撤回，不再计入报告。`,
    nil: (days: string): string => `您撤回了消息，本周（${days}）的零报告已同时取消，请按时报送或重新登记。`,
    askTitle: '消息已撤回，信息要一起撤回吗？',
    ask: (number: string, title: string): string => `${number}《${title}》已编入报告。请选择：`,
    withdraw: '撤回信息',
    keep: '保留信息',
  },
  click: {
    repeated: '这次点击已经处理过了。',
    outdated: '这张卡片已经过期，请重新发送命令。',
    notHere: '您不在这个工作群里，不能操作。',
    notAllowed: (roles: string): string => `只有${roles}可以操作。`,
  },
  reportFile: (
    unit: string,
    month: string,
    { name, version, stage }: { name: string; version: number; stage: 'draft' | 'final' },
  ): string =>
    `${unit}${month.slice(0, 4)}年${Number(month.slice(5))}月${name}（第${version}版${stage === 'final' ? '，定稿' : ''}）.docx`,
  delivery: {
    tooLarge: (name: string, size: string, most: string): string =>
      `“${name}”有 ${size}，超过单个文件 ${most} 的上限，发不到这里。`,
    noPictures: (name: string, size: string, most: string): string =>
      `图片较多，“${name}”连图有 ${size}，超过单个文件 ${most} 的上限，本版未附图，文字齐全。需要附图，请减少或压缩图片后再次汇总。`,
    kept: '文件已完整保存在服务器，请管理员按日志中的位置取出。',
    readable: (month: string): string => `正文可发送 /报告 看 ${month} 阅读。`,
    narrow: '请缩小范围，分几次生成。',
    noPdf: (name: string, why: string): string =>
      `“${name}”没有生成（${why}）。Word 文件不受影响，可用 Word 或 WPS 打开后另存为 PDF。`,
    online: '在线文档（全群可看）：',
    onlineShortened: '在线文档（全群可看；平台没有全部导入，以 Word 文件为准）：',
    noOnline: (code: string): string =>
      `在线文档没有生成${code === '' ? '' : `（平台答复 ${code}）`}，Word 文件不受影响。`,
    noRight: (rights: string, answer: string): string =>
      `本群开启了在线文档，但应用缺少权限，没有生成；Word 文件不受影响。请在开发者后台“权限管理”开通 ${rights}，再发布一个版本；不需要的话发送 /设置 在线文档 关。平台答复：${answer}`,
    pdfReasons: { timeout: '转换超时', failed: '转换失败', 'too-large': '文件太大' },
  },
  sampleFile: (name: string): string => `${name}（样稿）.docx`,
  circularFile: (unit: string, span: string, version: number): string =>
    `${unit}${span}宣传信息报送情况通报（第${version}版）.docx`,
  reminder: {
    title: (count: number): string => `本周还有 ${count} 个部门未报`,
    previewTitle: (count: number): string => `催报预览：将提醒 ${count} 个部门`,
    intro: (days: string, dutyDay: string, time: string): string =>
      `${days}这一周，请在${dutyDay}${time}前报送。`,
    introLate: (days: string): string => `${days}这一周的截止时间已过，周日 24:00 前仍可报送，算补报。`,
    allIn: '本周已全部报齐',
    allInText: (days: string): string => `${days}这一周，应报部门都已报送、零报告或免报。`,
    nobody: '（未定通讯员）',
    how: '发送 /报送 标题｜内容；本周没有的，发送 /本周无。',
    privately: (departments: string, days: string, due: string): string =>
      `${departments}本周（${days}）的信息还没有收到，请在${due}前报送；没有的，点“本周无”。直接发送“报送 标题｜内容”也可以。`,
    privateTitle: '请报送本周信息',
    todayAt: (time: string): string => `今天 ${time} `,
    dayAt: (day: string, time: string): string => `${day}${time}`,
    endOfWeek: '本周日 24:00（算补报）',
    submit: '现在报送',
    nil: '本周无',
    nilOf: (department: string): string => `${department}本周无`,
    later: '今天下午再提醒',
    gone: (people: string): string => `以下通讯员已不在群里，提醒不到，请尽快更换：${people}。`,
  },
  dead: {
    card: (title: string): string => `卡片“${title}”`,
    notice: '一条答复',
    report: '报告或通报文件',
    'report-text': '报告正文',
    'online-document': '在线文档',
    sample: '模板样稿',
    sheet: '表格文件',
    tables: '表格文件',
    paper: '保密审查汇总表',
    title: '有消息没能送达',
    text: (what: string, why: string): string =>
      `${what}未能送达：${why}。请检查对方是否还在群内、机器人权限是否完整。`,
  },
  plainCard: {
    row: (label: string, value: string): string => `${label}：${value}`,
    goOn: (commands: string): string => `接下来可以发送：${commands}`,
    why: '（卡片没能显示，改发文字。）',
  },
  none: '（无）',
  receipt: {
    title: (serial: number): string => `已收到 #${serial}`,
    titleLate: (serial: number): string => `已收到 #${serial}（补报）`,
    number: '编号',
    department: '部门',
    itemTitle: '标题',
    body: '内容',
    section: '栏目',
    eventDate: '事件日期',
    counts: '计入',
    length: (characters: number): string => `（全文共 ${characters} 字，已完整保存）`,
    sectionGuessed: (name: string): string => `${name}（自动归入，可在报送时写“栏目：…”指定）`,
    sectionUnknown: (written: string, name: string): string =>
      `${name}（没有“${written}”这个栏目，已自动归入）`,
    countsFor: (of: CountsFor): string =>
      [
        `${of.late ? '补报' : '报送'}周次 ${of.week}（${of.days}${dutyNote(of)}）`,
        `信息计入${of.month}`,
      ].join('；'),
    warnings: '请留意（不影响入库）',
    'no-time': '没有看到时间',
    'no-place': '没有看到地点',
    'no-subject': '没有看到单位或人员',
    oldEvent: (days: number): string => `事件已过去 ${days} 天`,
    otherMonth: (of: { day: string; month: string; ref: string; date: string }): string =>
      `文中日期是${of.day}，未另写“日期：”，按报送时间计入${of.month}。要按文中日期计，请发送：/修改 ${of.ref} 日期：${of.date}`,
    secrecyWords: (words: string): string => `含保密提醒词：${words}，请核对能否公开`,
    placeholders: (found: string): string => `还有待填的占位符：${found}`,
    commissionUnknown: (written: string): string => `没有找到约稿“${written}”，未计入约稿`,
    duplicate: (ref: string, title: string): string => `与 ${ref}《${title}》相似，请核对是否重复`,
    edit: '修改',
    withdraw: '撤回',
    withdrawAsk: (number: string): string => `确定撤回 ${number} 吗？记录会保留，但不再计入报告。`,
    moveTo: (section: string): string => `改到“${section}”`,
    nextReport: (month: string): string => `将编入${month}工作报告。要收回，可撤回原消息或点“撤回”`,
    nextCarried: (month: string, next: string): string =>
      `${month}报告已定稿，这条将列入${next}报告的“上月补报”，或由负责人编入更正。`,
    nextCompile: (month: string, version: number): string =>
      `${month}报告已汇总到第 ${version} 版，本条将在负责人再次汇总时编入。`,
    nextReview: (reviewers: string): string => `等待${reviewers}审核，结果会私信告知。`,
    nextReviewNobody: '本群现在没有人能审核它，已私信告知负责人和管理员；定下审核人后继续审核。',
  },
  question: {
    date: {
      title: '还差一步：请确认事件日期',
      text: (written: string): string =>
        `“日期：${written}”不能作为事件日期（看不懂、不存在或超过一个月以后）。请选好日期点“保存”，其余内容不用重发；不选则按提交日期。`,
      label: '事件日期（不选按提交日期）',
    },
    department: {
      title: '还差一步：请选择部门',
      text: (written: string): string =>
        written === ''
          ? '这条消息是哪个部门的？选好点“保存”，内容不用重发。'
          : `没有找到部门“${written}”。请选好部门点“保存”，内容不用重发。`,
      label: '部门',
    },
    save: '保存',
    how: (days: number): string => `现在还没有保存；${days} 天内由您本人选择有效。不报了，撤回原消息即可。`,
    taken: '好的，正在保存，回执见原消息下方。',
    takenAs: (answer: string): string => `好的，按“${answer}”保存，回执见原消息下方。`,
    over: '这条消息已经处理过、已过期，或不是您发的。',
  },
  quoted: {
    expired: '这件事已经过期，没有保存。需要报送请直接发送：/报送 标题｜内容',
    title: (who: string): string => `${who}想把您的一条消息报送上去`,
    how: (days: number): string => `您在 ${days} 天内确认后才会保存，算作您的报送；不是报送信息就点“不是”。`,
    consent: '确认报送',
    refuse: '不是',
    asked: (author: string): string => `这条消息是${author}发的，已私信请其确认，确认后才会保存。`,
    refused: (author: string): string => `${author}没有确认，这条消息没有报送。`,
    consented: '好的，已报送，回执在原来的聊天里。',
    leftAlone: '好的，没有保存。',
    answered: '您已经答复过了。',
  },
  attachments: {
    label: '附件',
    count: (added: number, left: number): string =>
      left === 0 ? `${added} 个` : `${added} 个（另有 ${left} 个没有收：一条信息最多 30 个附件）`,
    kinds: { image: '图片', file: '文件', video: '视频' },
    kept: (name: string, size: string): string => `${name}（${size}）`,
    pending: (name: string): string => `${name}（正在保存）`,
    failed: (name: string, why: string): string => `${name}（没有保存：${why}）`,
    refusals: {
      'too-large': '超过 20 MB',
      type: '不支持这种文件',
      damaged: '文件不完整',
      protected: '该聊天禁止下载，请把文件转存后私聊发给我',
      gone: '原文件已读不到',
      unavailable: '多次尝试仍下载不了，请重新发送',
      recalled: '消息已撤回',
      expired: '信息撤回已久，文件已按保存期限删除',
    },
    told: (serial: number, title: string, lines: readonly string[]): string =>
      `#${serial}《${title}》的附件：${lines.join('；')}。其余内容已保存。`,
    added: (serial: number, title: string, total: number): string =>
      `已归入 #${serial}《${title}》，现有附件 ${total} 个；保存不了的会告诉您。`,
    full: (serial: number): string => `#${serial} 的附件已满 30 个，这次发的没有收。`,
    nothingOpen:
      '没有找到您 30 分钟内报送的信息，附件没有保存。请先发送“报送 标题｜内容”，再发图片、文件；也可以图文一起发。',
    unusable: '这类消息（语音、表情、文件夹、位置等）读不到，没有保存。可以发送图片、视频、文件或文字。',
    lost: (count: number): string =>
      `转发的消息里有 ${count} 个图片或文件，平台不提供下载，没有保存。需要的话请单独发给我。`,
    dropped: (serial: number, count: number): string =>
      `您撤回了消息，#${serial} 的 ${count} 个附件已同时移除。`,
  },
  receipts: {
    title: (count: number, first: number, last: number): string => `已收到 ${count} 条：#${first}—#${last}`,
    line: (of: ReceiptLine): string =>
      `#${of.serial} ${of.number}《${of.title}》${of.section}${of.late ? '，补报' : ''}${of.files > 0 ? `，附件 ${of.files} 个` : ''}${of.warnings > 0 ? `（${of.warnings} 处请留意）` : ''}`,
    warnings: (serial: number, lines: readonly string[]): string => `#${serial}：${lines.join('；')}`,
    next: (months: string): string =>
      `将编入${months}工作报告。要改或收回某一条，发送 /修改 或 /撤回 加编号；撤回原消息则全部撤回。`,
  },
  list: (words: readonly string[]): string => words.join('、'),
};

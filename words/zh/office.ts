import adviceWords from './office-advice.ts'
import caseWords from './office-case.ts'
import doorWords from './office-doors.ts'
import requestWords from './office-requests.ts'
import settingsWords from './office-settings.ts'

/** What only the office says. */
export default {
  ...adviceWords,
  ...caseWords,
  ...doorWords,
  ...requestWords,
  ...settingsWords,
  name: '共治工作台',
  brand: '共治',
  skip: '跳到正文',
  top: '查找、通知与账号',
  county: '区县',
  loading: '正在读取……',
  again: '重试',
  more: '更多',
  back: '返回',
  close: '关闭',
  cancel: '取消',
  fold: '收起',
  save: '保存',
  saved: '已保存。',
  copy: '复制',
  copied: '已复制',
  print: '打印',
  yes: '是',
  no: '否',
  optional: '选填',
  leaveOut: '不传这张',
  failing: {
    unreachable: '连不上服务器',
    forbidden: '这里不归您办理',
    missing: '打不开',
    other: '没有读出来',
    noAnswer: '服务器没有回应。请检查网络后重试；您填写的内容还在。',
    unforeseen: '页面出了意外，请重试。',
    retryAfter: '请在 {{seconds}} 秒后再试。',
  },
  missing: { title: '没有这个页面', words: '链接可能写错了，或者内容已经移走。', back: '回到工作台' },
  noPost: { title: '您目前没有在任岗位', words: '请联系管理员为您安排岗位后再登录。' },
  look: { light: '浅色显示', dark: '深色显示' },
  menu: {
    label: '主菜单', start: '回到首页', work: '我的', decisions: '审批', intake: '受理', entry: '热线登记', callbacks: '回访', patrol: '巡查', dispatch: '派单', cases: '事项', memberships: '居民入驻',
    figures: '统计', imports: '数据导入',
    settings: '设置', overdue: '已超时', waiting: '{{count}} 件待办',
  },
  search: {
    label: '按编号查找事项', placeholder: '事项编号或末几位', none: '没有找到编号为 {{number}} 的事项', failed: '没有查成，请重试',
  },
  notices: {
    title: '通知', label: '通知，{{count}} 条未读', all: '全部通知', none: '还没有通知', noneUnread: '没有未读通知', read: '标为已读', readAll: '全部标为已读',
  },
  account: { label: '账号：{{name}}', open: '我的账号', posts: '我的岗位', signOut: '退出登录' },
  sessions: {
    heading: '登录中的设备', seen: '最近使用', isThis: '当前设备', end: '退出此设备', apps: { resident: '居民端', office: '工作台' },
  },
  codes: {
    heading: '恢复码', words: '手机不在身边时，可用恢复码代替动态验证码登录，每个只能用一次。恢复码只显示这一次，请打印或抄写后妥善保管。',
    kept: '我已保存好恢复码', few: '恢复码还剩 {{count}} 个。', renew: '换一组恢复码', renewWords: '换新之后，原有的恢复码全部作废。', done: '完成',
  },
  signIn: {
    title: '登录', heading: '登录工作台', login: '账号', password: '密码', secondFactor: '动态验证码', secondFactorHint: '打开验证器应用，输入 6 位数字',
    recoveryCode: '恢复码', recoveryHint: '每个恢复码只能使用一次', useRecovery: '手机不在身边？使用恢复码', useApp: '使用动态验证码', enter: '登录',
    forgotten: '忘记密码或更换了手机？申请重置', resetWords: '提交后，管理员核实您的身份，当面或电话给您一个一次性链接，用来重新设置密码和验证器。',
    askReset: '申请重置', resetAsked: '申请已提交。如果这个账号存在，管理员会与您联系。', backToForm: '返回登录',
    byProvider: '使用{{name}}登录', orPassword: '或用账号密码登录', returning: '正在登录', returnFailed: '没有登录成功', again: '重新登录',
    demoHeading: '演示账号', demoWords: '这里是演示环境。点一个身份，账号、密码和动态验证码会自动填好。',
  },
  link: {
    title: '一次性链接', kinds: { invitation: '启用您的账号', first_administrator: '设置首位管理员', reset: '重新设置密码和验证器' },
    login: '账号', factorHeading: '第一步　绑定验证器', factorWords: '用手机上的验证器应用（如微信小程序“腾讯身份验证器”、Microsoft Authenticator）扫描二维码。',
    qr: '验证器二维码', secretWords: '不能扫码时，手工输入密钥：', passwordHeading: '第二步　设置密码并确认', password: '新密码', passwordAgain: '再输一遍',
    differs: '两次输入的密码不一样。', wants: { long: '至少 12 位，一句话最好记', varied: '不是重复的几个字符', ownWords: '不含账号，不是连续的字符' },
    code: '动态验证码', codeHint: '验证器上显示的 6 位数字，用来确认绑定成功', confirm: '确认启用', codesHeading: '请保存恢复码', toSignIn: '去登录',
  },
  photos: {
    field: '照片', add: '添加照片', added: '待发送的照片 {{number}}', remove: '去掉照片 {{number}}', sending: '上传中', failed: '未上传',
    open: '放大查看照片，第 {{number}} 张，共 {{count}} 张', title: '照片，第 {{number}} 张，共 {{count}} 张', previous: '上一张', next: '下一张',
  },
  choose: { person: '选择人员', body: '选择单位', bodies: '可选多个单位' },
  due: {
    left: '还有 {{span}}', late: '已超时 {{span}}', paused: '已暂停', none: '未定', why: '为什么是这个时间', ended: '{{at}} 完成', endedLate: '超时，{{at}} 完成',
    provisional: '暂定：相关年份的放假安排尚未公布，公布后会重新计算。',
  },
  list: {
    total: '共 {{count}} 件', totalIsMore: '{{count}} 件以上', unsorted: '未分类', nobody: '待接单', selectAll: '全选本页', select: '选择 {{number}}',
    changed: '{{count}} 件有变化，刷新', missed: '列表可能有变化，刷新', noneFound: '没有符合条件的结果', noneFoundWords: '换一个条件试试，或者清除筛选。',
    none: { work: '手上没有任务', intake: '没有待受理的诉求', dispatch: '没有待派单的事项', cases: '还没有事项' },
    noneWords: {
      work: '派到本单位的任务会出现在这里，先到期的排在前面。', intake: '居民提交的新诉求会出现在这里。', dispatch: '受理后等待处置的事项会出现在这里。',
      cases: '您可见范围内的全部事项会出现在这里。',
    },
  },
  columns: {
    label: '显示列', reset: '恢复默认', number: '编号', title: '诉求', category: '类别', place: '位置', state: '状态', level: '层级', due: '时限',
    handler: '承办', desk: '受理单位', receivedAt: '收到', photos: '照片',
  },
  filters: { label: '筛选', body: '单位', number: '按编号筛选', mine: '我承办的', overdue: '已超时', open: '在办', clear: '清除筛选' },
  views: { label: '视图', all: '全部', save: '存为视图', name: '视图名称', remove: '删除视图“{{name}}”' },
  bulk: {
    label: '批量办理', selected: '已选 {{count}} 件', none: '取消选择', confirm: '确定', accept: '受理', take: '接单', assign: '指定承办人',
    ask: { accept: '受理这 {{count}} 件？居民会收到受理通知。', take: '接单这 {{count}} 件，由您承办？', assign: '为这 {{count}} 件指定承办人' },
    done: { accept: '已受理 {{count}} 件', take: '已接单 {{count}} 件', assign: '已指定 {{count}} 件' }, refused: '{{count}} 件没有办成：',
    oneBody: '只能为同一单位的任务指定承办人。',
  },
  keys: {
    label: '快捷键', next: '下一件', previous: '上一件', open: '打开', dispatch: '派单', search: '按编号查找', help: '显示快捷键', select: '选择', accept: '受理',
    take: '接单', cancel: '取消',
  },
}

import figures from './resident-figures.ts'
import matter from './resident-matter.ts'
import me from './resident-me.ts'
import report from './resident-report.ts'

/** What only the residents' app says. */
export default {
  ...figures,
  ...report,
  ...matter,
  ...me,
  name: '共治',
  frame: {
    skip: '跳到正文',
    bar: '主要页面',
    back: '返回',
    toHome: '回到首页',
    noNetwork: '没有网络。您写的内容都存在手机上。',
    tabs: { home: '首页', matters: '事项', me: '我的' },
  },
  /** 长辈模式里换用的说法：键与上面相同，没有列出的照旧。 */
  plain: {
    frame: { tabs: { matters: '我的事' } },
    home: { reportMore: '大事小事，都能说', myMatters: '我说过的事', noMatters: '没有正在办的事。' },
    report: { send: '交上去', sending: '正在交', kept: '写了的都存着，关掉也不会丢。' },
    where: { town: '哪个街道、乡镇', village: '哪个社区、村' },
    whoSees: { privateMore: '别的人看不到。', publicMore: '社区看过、遮住个人信息以后才公开。' },
    receipt: { reply: '{{time}} 以前给您回话', next1: '{{desk}}先看您说的事，告诉您办不办。' },
    signIn: { sendCode: '给我发短信验证码', code: '短信里的 6 位数字', again: '再发一次短信', otherPhone: '换一个手机号' },
    matters: { title: '我的事', which: '看哪些事', public: '邻居公开的', onlyOpen: '只看没办完的', answerPlease: '等您回答' },
    matter: {
      titleComing: '这件事', paused: '正在等您回答', desk: '谁收下的：{{desk}}', handledBy: '谁来办：{{bodies}}',
      joinedTo: '和 {{number}} 那件事一起办，办完给您回话', residents: '一共 {{count}} 个人遇到',
      publicity: {
        private: '只有您和办事的人能看到', wished: '您想公开，社区还没看过', public: '已经公开，看不出是您', kept: '没有公开，只有办事的人能看到',
      },
      timeline: '办到哪一步了', add: '再说几句', addWords: '您想说什么？', sendAdded: '交上去', sendAnswer: '把回答交上去',
      withdraw: '这件事不用办了', withdrawSure: '真的不用办了吗？', withdrawWhy: '为什么不用办了', withdrawYes: '不用办了', withdrawNo: '还是要办',
    },
    rate: { send: '评好了，交上去', missing: '三个问题都请选一个。' },
    meToo: {
      offer: '我也碰到了', signIn: '我也碰到了（先登录）', title: '我也碰到了', next: '您不用再说一遍。这件事办完，也给您回话。', words: '您那里是什么样？', send: '算我一个', done: '已经算上您，办完给您回话',
    },
    reopen: {
      offer: '没办好？请再办一次', title: '请再办一次', next: '您说说哪里没办好，由{{desk}}再办一次，办完给您回话。', words: '哪里没办好？', missing: '请说一说哪里没办好。', send: '请再办一次',
    },
    me: { look: '字和画面', appearance: '画面亮一点还是暗一点', appearances: { auto: '跟手机一样', light: '亮', dark: '暗' } },
    states: {
      received: '收到了，等社区回话', asked: '社区有话问您', declined: '这件事这里办不了', accepted: '答应办了，正在安排', dispatched: '正在办',
      reported: '办得差不多了，正在检查', closed: '办好了，就给您回话', answered: '办完了', rated: '您评过了', withdrawn: '您说不用办了',
    },
    clocks: { reply: '给您回话', start: '开始办', resolve: '办好', task: '办好' },
  },
  elder: {
    title: '长辈模式',
    enter: '字太小？用长辈模式',
    leave: '回到普通模式',
    modes: { usual: '关', elder: '开' },
    call: '给{{community}}打电话',
    waiting: '{{count}} 件等您',
    unread: '{{count}} 条没看过',
    earlier: '看前面的 {{count}} 步',
    mayStay: '谁能看到、是哪一类事（可以不管）',
  },
  answer: {
    waiting: '正在读取……',
    noNetwork: '连不上网络',
    noNetworkMore: '请检查手机信号或无线网络，再试一次。',
    again: '重试',
    broken: '这一页没有打开',
    brokenMore: '可能是网络断了，或者刚刚更新过。您写的内容都在。',
  },
  first: {
    title: '身边的事，说一声。\n谁在办，看得见。',
    words: '您说一件事，社区、街道和有关部门来办；办到哪一步、什么时候答复，随时告诉您。',
    have: '以前用过？',
    public: '看看大家说的事',
  },
  home: {
    greeting: { night: '夜深了', morning: '早上好', noon: '中午好', afternoon: '下午好', evening: '晚上好' },
    greetingTo: '{{greeting}}，{{name}}',
    noCommunity: '还没有加入社区',
    asked: '已申请加入，等社区核实',
    howToJoin: '用手机扫一扫楼道或社区公告栏上的二维码，就能加入您的社区。不加入也可以说事。',
    reportMore: '坏了、脏了、吵了，都能说',
    myMatters: '我的事项',
    all: '全部',
    allMatters: '查看全部事项',
    noMatters: '您没有正在办的事项。',
    notices: '新通知',
    allNotices: '查看全部通知',
    bell: '通知',
    bellUnread: '通知，{{shown}} 条未读',
  },
  duty: {
    today: '今天谁值班', named: '{{title}} {{name}}', first: '现在没有人值班，由第一责任人负责', call: '打电话给{{body}}：{{telephone}}',
  },
  demo: {
    mark: '演示',
    choose: '点一位演示居民，填入手机号',
    code: '验证码',
  },
}

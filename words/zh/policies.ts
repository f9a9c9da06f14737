/** 办理规则和派单目录：字段、层次、草稿、试算、版本。 */
export default {
  fields: {
    reply: { name: '响应时限', hint: '从收到诉求，到第一次告知居民受理、不予受理或请其补充' },
    start: { name: '启动时限', hint: '从收到诉求，到第一条办理记录' },
    startAfterEscalation: { name: '向上派单后的启动时限', hint: '从派到上级，到第一条办理记录' },
    resolve: { name: '办结时限', hint: '从受理到办结' },
    task: { name: '任务时限', hint: '从派单到反馈结果；派单时可以另定' },
    gate: { name: '审批时限', hint: '从提交，到负责人作出决定' },
    ownership: { name: '权属表态时限', hint: '权属商议中，从被征求意见，到表态' },
    look: { name: '现场核实核查时限', hint: '从请求到现场，到拍照回复' },
    answer: { name: '答复时限', hint: '从办结到答复居民' },
    callback: { name: '回访时限', hint: '从列入回访，到回访有结果' },
    warnShare: { name: '提前预警', hint: '时限用去多少时发出预警' },
    askBackDaysMax: { name: '等待居民补充的上限', hint: '最多暂停计时多少天' },
    gates: {
      dispatch: { name: '派单审批', hint: '派单前由谁批准' },
      close: { name: '办结审批', hint: '办结前由谁批准' },
    },
    siteCheck: { name: '办结前现场核查', hint: '报已解决的，哪些要有人到现场确认处理到位才能办结' },
    digestHour: { name: '每日摘要几点提醒', hint: '每天到这个钟点，在铃铛里提醒领导一次' },
    cardsADay: { name: '领导每天审批上限', hint: '超出的不催，进每日摘要，不影响办理时限' },
    up: { name: '向上派单', hint: '一键能派到哪一级' },
    returnsBeforeArbiter: { name: '可自行处理的退单次数', hint: '再有退单就由上级裁定' },
    extensionDaysMax: { name: '延期上限', hint: '累计最多延长多少个工作日' },
    mayBePublic: { name: '居民可以申请公开', hint: '公开前仍须审核' },
    rateWithinDays: { name: '评价期', hint: '答复后多少天内可以评价' },
    reopenWithinDays: { name: '可申请重办的期限', hint: '答复后多少天内，居民有权要求重办一次' },
    callbackShare: { name: '回访抽样比例', hint: '逾期未评价的事项中抽多少回访；未解决的全部回访' },
    supervision: {
      breach: { name: '超期督办', hint: '办理时限超期的，由上一级督办责任单位' },
      reopening: { name: '重办督办', hint: '居民要求重新办理的，由上一级督办受理单位' },
      instruction: { name: '领导批示督办', hint: '街镇、区县领导派单或下派时写了要求的，同时督办承接单位' },
      repeats: { name: '重复反映督办', hint: '受理时，同一人或同一社区同类问题已反映过这么多次的；0 次为不启用' },
      repeatDays: { name: '重复反映看多少天', hint: '从收到之日往前数' },
    },
    petition: {
      acceptance: { name: '信访受理时限', hint: '《信访工作条例》：15 日，可以更短' },
      handling: { name: '信访办理时限', hint: '《信访工作条例》：自受理之日起 60 日，可以更短' },
      extensionDaysMax: { name: '信访延期上限', hint: '《信访工作条例》：不超过 30 日' },
      review: { name: '信访复查时限', hint: '《信访工作条例》：30 日，可以更短' },
      secondReview: { name: '信访复核时限', hint: '《信访工作条例》：30 日，可以更短' },
    },
  },
  groups: { clocks: '时限', ways: '审批、派单和退单', residents: '公开、评价和回访', supervision: '自动督办', petition: '信访件' },
  units: { workingDays: '个工作日', workingHours: '个工作小时', hours: '小时（自然时间）', days: '天（自然日）' },
  values: {
    workingDays: '{{count}} 个工作日', workingHours: '{{count}} 个工作小时', hours: '{{count}} 小时', days: '{{count}} 天', share: '{{percent}}%',
    yes: '可以', no: '不可以', none: '不需要审批', desk: '由受理单位负责人批准', county: '由区县负责人批准', off: '不自动督办', on: '自动督办', unchecked: '不要求核查', coded: '部件、事件要核查', every: '都要核查', next: '只到上一级', any: '上级、部门和区县平台都可以',
    daysCount: '{{count}} 天', workingDaysCount: '{{count}} 个工作日', times: '{{count}} 次', cardsCount: '{{count}} 件', hourOfDay: '{{count}}:00', notSet: '（未设）',
  },
  holds: {
    default: '系统默认', county: '全域', allCategories: '全部类别', of: '{{place}} · {{category}}', locked: '下级不能改', open: '下级可以改', lock: '锁定，下级不能改',
    version: '第 {{version}} 版', none: '还没有发布过，按系统默认执行', since: '自{{at}}起执行',
  },
  views: { force: '现行', draft: '草稿', history: '历次版本', label: '现行、草稿、历次版本' },
  force: {
    ask: '看哪里、哪类事项按什么规则办', town: '街镇', allTowns: '全部街镇', category: '类别', allCategories: '全部类别', field: '规则', value: '现行规定', from: '出自', below: '下级',
  },
  draft: {
    begin: '开始起草', none: '目前没有草稿。下面是最新一版的内容，改动后即成为草稿，发布前不影响任何事项。', basedOn: '在第 {{version}} 版基础上修改', fromNothing: '第一版', saved: '{{name}} {{at}} 保存', changes: '{{count}} 处改动', noChanges: '没有改动',
    drop: '放弃草稿', dropWords: '放弃后，草稿中的改动全部丢失。', dropSure: '确定放弃', changed: '草稿刚被别人改过，已读取最新内容。请核对后再保存。',
    layer: '适用范围', says: '规定', newLayer: '新增一层规则', removeLayer: '删除这一层', addField: '添加一项规则', removeField: '不再规定', saveLayer: '保存到草稿', empty: '这一层还没有规定任何内容。',
    twice: '这个范围已经有一层规则。', layersNone: '草稿里还没有规则，全部按系统默认执行。', keep: '沿用上一层',
  },
  faults: {
    title: '发布前要改好', twice: '{{holds}}：有两层重复的规则', locked_above: '{{holds}}：“{{field}}”已被上一层锁定，不能改', town_unknown: '{{holds}}：街镇已不存在', category_unknown: '{{holds}}：类别已停用',
  },
  trial: {
    run: '试算', again: '重新试算', title: '用过去的事项试算', months: '过去几个月', words: '用草稿重算过去事项的时限，与最新一版比较。不改动任何事项。', looked: '比较了 {{count}} 件（{{since}} 以来）', cut: '只看了最近的 5000 件', none: '这段时间没有事项。', counting: '正在试算…',
    moved: '时限会变的', newlyLate: '会变成超期的', noLongerLate: '不再超期的', clock: '时限', all: '计时次数', gate: '审批节点', gateBefore: '现行规则下要审批', gateAfter: '草稿下要审批', examples: '举例', before: '现行', after: '草稿', late: '超期', inTime: '按时', nothing: '草稿与最新一版相比，过去的事项没有变化。',
  },
  publish: {
    open: '发布…', title: '发布为第 {{version}} 版', note: '改了什么，为什么改', now: '立即生效', later: '到某一天生效', day: '生效日期', submit: '发布', done: '已发布第 {{version}} 版，{{at}} 起执行。', words: '此后收到的事项按新版办理；已在办理的事项仍按原来的版本。', faults: '草稿还有问题，改好后才能发布。',
  },
  history: {
    states: { in_force: '现行', coming: '待生效', past: '已被取代', replaced: '未生效即被取代' }, version: '第 {{version}} 版', by: '{{name}} 发布', byInstallation: '随系统设置', from: '{{at}} 起执行', none: '还没有发布过。', noChanges: '与上一版内容相同。',
    set: '{{holds}}：“{{field}}”定为“{{after}}”', changed: '{{holds}}：“{{field}}”由“{{before}}”改为“{{after}}”', removed: '{{holds}}：不再规定“{{field}}”（原为“{{before}}”）', locked: '{{holds}}：“{{field}}”改为下级不能改', unlocked: '{{holds}}：“{{field}}”改为下级可以改', more: '还有 {{count}} 处改动',
  },
  why: { rule: '依据{{holds}}的办理规则（第 {{version}} 版）“{{field}}”。', default: '依据系统默认的“{{field}}”（第 {{version}} 版没有另行规定）。' },
  routing: {
    file: '派单目录',
    columns: { category: '类别', placeCode: '地点代码', place: '地点', owner: '设施归谁', from: '起始日', until: '截止日', lead: '主办单位', assists: '协办单位', ground: '依据' },
    any: { category: '全部类别', place: '全域', owner: '不论归谁', lead: '没有写明' },
    days: { between: '{{from}} 至 {{until}}', from: '{{from}} 起', until: '至 {{until}}', always: '长期' },
    force: { ask: '查一查该派给谁', entries: '目录条目（{{count}}）', none: '还没有发布过派单目录。', search: '按类别、地点、单位查找', shown: '只显示前 {{count}} 条，请缩小查找范围。', download: '下载表格', day: '日期', noneFound: '没有符合的条目。' },
    route: {
      title: '派单目录建议', entry: '按第 {{version}} 版派单目录：{{category}} · {{place}} · {{owner}}', desk: '目录没有写明由谁办，由{{body}}先办理或协调。', backstop: '目录没有写明由谁办，由兜底单位{{body}}承办。', nobody: '目录没有写明由谁办，也没有兜底单位。',
      ground: '依据：{{ground}}', assists: '协办：{{bodies}}', passedOver: '{{body}}已撤销，跳过了对应条目。', owners: '设施归谁？', unknown: '还不清楚', use: '采用这个建议', guide: '上报指引', closed: '已撤销', then: '仍无人承办的，由兜底单位{{body}}承办。',
    },
    draft: {
      newEntry: '新增条目', entry: '目录条目', saveEntry: '保存到草稿', removeEntry: '删除这一条', upload: '用表格替换全部条目', uploadWords: '支持 CSV 和 XLSX。先下载表格，修改后再上传；有一行读不懂，就一条也不替换。', uploaded: '已读入 {{count}} 条。', bad: '有 {{count}} 行读不懂，没有替换任何条目：',
      terms: '归属种类、上报指引、兜底单位', owners: '设施归属种类', ownerNew: '新增一种', ownerName: '名称（中文）', ownerNameEn: '名称（英文）', guides: '上报指引', guideNew: '新增指引', guideWords: '上报前要做到什么、写清什么', backstop: '兜底单位', backstopHint: '没有写明由谁办、受理单位也无法办理时，由它承办。', saveTerms: '保存到草稿', remove: '删除', isFaulty: '有问题', from: '从哪天起', until: '到哪天为止', open: '打开',
    },
    faults: {
      twice: '与另一条的类别、地点、归属和起始日都相同', lead_closed: '主办单位{{body}}已撤销', assist_closed: '协办单位{{body}}已撤销', lead_assists: '主办单位同时列为协办', category_unknown: '类别已停用', place_unknown: '地点已不存在', owner_unknown: '归属种类已删除', dates: '截止日早于起始日', backstop_closed: '兜底单位{{body}}已撤销', guide_twice: '同一类别有两条上报指引', owner_twice: '有两种归属同名',
    },
    rowFaults: {
      unreadable: '这一行读不出来', category_unknown: '没有这个类别：{{text}}', category_several: '有几个类别叫这个名字，请写全：{{text}}', place_unknown: '没有这个地点：{{text}}', place_several: '有几个地点叫这个名字，请写全或填代码：{{text}}', owner_unknown: '没有这种归属：{{text}}', day_unreadable: '看不懂的日期：{{text}}', lead_missing: '没有写主办单位', body_unknown: '没有这个单位：{{text}}', body_several: '有几个单位叫这个名字：{{text}}', twice: '与前面一行的类别、地点、归属和起始日都相同', too_long: '太长：{{text}}',
    },
    trial: {
      words: '假设过去办结的事项今天才收到，看看草稿会派给谁，与最新一版、与最后办结的单位比较。', elsewhere: '会派给别的单位', nobody: '没有写明由谁办', right: '与最后办结的单位一致', before: '最新一版', after: '草稿', solvedBy: '最后办结的单位', looked: '比较了 {{count}} 件已办结事项（{{since}} 以来），其中 {{solved}} 件知道是谁办结的', category: '类别', cases: '件数', nobodyNamed: '没有写明', unsorted: '未分类',
    },
    history: { added: '新增：{{entry}}', removed: '删除：{{entry}}', changed: '修改：{{before}} → {{after}}', terms: { owners: '归属种类有改动', guides: '上报指引有改动', backstop: '兜底单位有改动' }, entries: '共 {{count}} 条', entry: '{{category}} · {{place}} · {{owner}}（{{days}}）→ {{lead}}' },
  },
}

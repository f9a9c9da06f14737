/** What the office says around one case. */
export default {
  case: {
    said: '诉求内容', repeats: { person: '重复反映 · 此人 90 天内另有 {{count}} 件', place: '重复地点 · 本社区 90 天内同类 {{count}} 件' }, story: '办理过程', acts: '办理', asResident: '只看居民可见', resident: '居民', internal: '内部', received: '收到于', place: '位置',
    publicity: '公开', publicWords: '公开的内容', map: '事项位置', noMap: '地图暂时无法显示，位置见上方文字。', tasks: '任务', handler: '承办人', clocks: '时限',
    noClock: '没有正在计时的时限。', endedClocks: '已结束的时限（{{count}}）', desk: '归口', deskIsMine: '本单位', policy: '办理规则',
    policyVersion: '第 {{version}} 版', rating: '居民评价', about: '投诉对象', aboutMine: '投诉本单位，诉求人信息不显示', aboutKept: '不向该单位显示诉求人', people: { name: '姓名', phone: '电话', address: '地址', onBehalfOf: '代谁反映', original: '遮盖前的原话' },
  },
  group: {
    heading: '工作专班', formed: '{{by}}组建于', until: '解散于', dissolved: '已解散', times: '第 {{count}} 次组建', roles: { lead: '牵头', assist: '参加' }, remits: '职责清单（{{count}}）',
    checklist: '专班清单', left: '还有 {{count}} 项', allDone: '全部完成', doneBy: '{{body}} {{name}}', for: '由{{body}}办', newItem: '要办的一项', whose: '谁来办', anybody: '不指定', add: '加一项',
    contributions: '各单位做了什么', nothing: '没有记录', notes: '记录 {{count}} 条', photos: '照片 {{count}} 张', ticked: '完成清单 {{count}} 项', reported: '已反馈结果',
    former: '上次由{{bodies}}组成工作专班办理。', again: '按原班成员重新组建',
  },
  mode: {
    label: '怎么办理', advised: '建议', because: '根据{{where}}办结的 {{count}} 件同类事项。', level: '建议由“{{level}}”一级办理。', tooLittle: '同类事项办结还不多，暂无建议。', followed: '已按建议派出 {{count}} 件，共 {{of}} 件有建议。', groupNeeds: '工作专班至少要有一个协办单位。',
    names: { line: '一条线', group: '工作专班', central: '信息集中、分头处置', separate: '分别派发' },
    hints: { line: '一个单位从头办到底', group: '几个单位合成专班，主办牵头，办结时解散', central: '情况集中掌握，就近分头去办', separate: '各单位各办各的，分别反馈' },
    reasons: {
      alike: '{{of}} 件中 {{count}} 件由一个单位办结（{{percent}}%）', unlike: '{{of}} 件中 {{count}} 件由几个单位一起办（{{percent}}%）', disputed: '{{of}} 件中 {{count}} 件被退过单（{{percent}}%），职责常有争议',
      stable: '{{of}} 个村居中只有 {{count}} 个有过，地点集中', moving: '{{of}} 个村居中 {{count}} 个有过，地点分散', level: '{{of}} 件中 {{count}} 件在同一层级办结', reopened: '{{of}} 件中 {{count}} 件要求重新办理（{{percent}}%），宜提高一级',
    },
  },
  load: {
    nothing: '目前没有在办任务', inTime: '在办 {{count}} 件，没有超期', late: '在办 {{count}} 件，其中超期 {{late}} 件（{{percent}}%）', beside: '在办 {{count}} 件，其中超期 {{late}} 件（{{percent}}%，其他单位 {{others}}%）', behind: '超期偏多',
    person: '在办 {{count}} 件', personLate: '在办 {{count}} 件，超期 {{late}} 件', of: '{{name}}（{{posts}}）',
  },
  rating: { contacted: '联系过居民', solved: '是否解决', satisfied: '满意程度' },
  opening: {
    see: '查看', open: '查看{{label}}', why: '查看目的', words: '请写明目的', known: '每次查看都有记录，本人可以看到谁在何时为何查看。', show: '显示',
  },
  changed: { title: '您填写期间，事项有了变化', kept: '您填写的内容还在。看清变化后，可按最新情况继续。', goOn: '按最新情况继续', again: '事项刚刚有变化，请再按一次确认。' },
  note: {
    title: '写办理记录', audience: '给谁看', internal: '内部记录', toResident: '告知居民', toGroup: '专班共享', placeholder: '写办理记录，居民看不到', placeholderResident: '写给居民的话，居民会收到通知',
    starts: '这是您任务的第一条记录，“开始办理”的时限到此为止。', keep: '保存记录', tell: '告知居民',
  },
  why: {
    law: {
      petition_acceptance: '《信访工作条例》第二十二、二十三条：自收到之日起 15 日内告知是否受理。', petition_handling: '《信访工作条例》第三十四条：自受理之日起 60 日内办结；经本单位负责人批准，可延长一次，不超过 30 日。',
      petition_review: '《信访工作条例》第三十五条：自收到复查请求之日起 30 日内提出复查意见。', petition_second_review: '《信访工作条例》第三十六条：自收到复核请求之日起 30 日内提出复核意见。',
    },
    title: '“{{clock}}”为什么是这个时间', rule: '办理规则给的时间：{{span}}。', start: '开始计时', due: '到期', counted: '计入 {{time}}', left: '还剩 {{time}}', full: '时间用完，到期',
    pause: '等待居民补充，暂停计时', stillPaused: '至今', hours: '{{count}} 小时', minutes: '{{count}} 分钟',
    span: { hours: '{{count}} 小时（自然时间）', workingDays: '{{count}} 个工作日', workingHours: '{{count}} 个工作小时', minutes: '{{count}} 分钟', days: '{{count}} 天' },
  },
  acts: {
    nothing: '目前没有需要您办理的。', notOurs: '这件事项在{{desk}}办理，您可以查看。', closed: '暂时不能办理（{{count}}）', rare: '其他（{{count}}）', wordsToResident: '给居民的话', outcome: '结果',
    accept: { title: '受理', submit: '受理', done: '已受理，居民已收到通知。', hint: '会随受理通知一起发给居民。' },
    decline: { title: '不予受理', submit: '不予受理', done: '已作不予受理处理，居民已收到通知。', ground: '依据', hint: '请写明理由，以及居民可以找谁。' },
    askBack: { title: '请居民补充', submit: '发出', done: '已请居民补充，计时暂停。', question: '需要居民补充什么', days: '最多等几天', hint: '等待期间时限暂停；到期没有回复会继续计时。' },
    sort: { title: '修改类别', submit: '保存类别', done: '类别已修改。' },
    publish: {
      title: '审核公开', submit: '公开', keep: '不公开', done: '已公开。', keptDone: '已设为不公开。', decision: '居民希望公开这件事项', choices: { publish: '同意公开', keep: '不公开' },
      words: '公开的内容', hint: '请删去姓名、电话、门牌号等个人信息。', photos: '可以公开的照片', photosHint: '没有勾选的照片不会公开。请留意人脸、车牌和门牌。',
      why: '不公开的理由', whyHint: '居民会看到。',
    },
    dispatch: {
      title: '派单', submit: '派单', done: '已派单。', own: '由{{desk}}自行办理', ownDone: '已由本单位办理。', or: '或派给', lead: '主办单位', assists: '协办单位',
      instruction: '办理要求', days: '办理期限（工作日）', daysHint: '不填则按办理规则。', asked: '已报领导审批，同意后才会派出。',
      to: '派给谁', toBody: '派到单位，由单位接单', officer: '{{name}}（{{title}}）', straight: { stationed: '点派给派驻值班的{{officer}}', first: '点派给第一责任人{{officer}}' }, until: '值班至{{time}}',
      nobodyOnDuty: '现在没有能接单的派驻人员值班。', unable: '{{names}}在值班，但没有这类事项的接单授权。', binds: '派出即接单，视为单位接单，办理期限照常计算。', straightDone: '已点派，对方单位已接单。',
    },
    escalate: {
      title: '向上派单', submit: '向上派单', done: '已向上派单。', to: '派给', proposed: '按隶属关系推荐', usual: '{{body}}（派单目录指定）', type: '类型', cause: '为什么需要上级办理', tried: '已经做过哪些工作',
    },
    callAssist: { title: '请协办', submit: '请协办', done: '已请协办。', body: '请哪个单位', hint: '各级部门和水电气等单位都可以请；对方退回须写明理由。' },
    formGroup: { title: '组建工作专班', submit: '组建', done: '工作专班已组建。', atWork: '正在办理：{{bodies}}', more: '再加入', onDuty: '有派驻人员在班：' },
    dissolveGroup: { title: '解散工作专班', submit: '解散', done: '工作专班已解散，各单位任务不变。', sure: '解散后，各单位的任务和时限不变，各办各的，分别反馈；专班清单不能再勾。需要时可以重新组建，没办完的清单会带过去。', words: '为什么解散' },
    sendDown: { title: '下派', submit: '下派', done: '已下派。', to: '下派给' },
    rework: { title: '退回重办', submit: '退回重办', done: '已退回主办单位重办。', words: '哪里还没有办好' },
    close: { title: '办结', submit: '办结', done: '已办结，接下来请答复居民。', words: '审查意见', until: '计划办到哪一天', planned: '列入计划（挂账）须经上一级同意；同意后单独统计，到期复核。', asked: '已报领导审批，同意后才会办结。', planAsked: '已报上一级，同意挂账后才会办结。' },
    answer: { title: '答复居民', submit: '发出答复', done: '已答复居民。', hint: '这是居民最后看到的答复，请写清办了什么、结果如何。', takeReport: '引用办结反馈的内容' },
    take: { title: '接单', done: '已接单，由您承办。' },
    report: { title: '办结反馈', submit: '提交反馈', done: '已提交办结反馈。', words: '办理情况', photos: '现场照片、凭证', until: '计划办到哪一天' },
    assign: { title: '指定承办人', change: '更换', submit: '确定', done: '已指定承办人。', person: '承办人' },
    return: { title: '退单', submit: '退单', done: '已退单。', asked: '已申请退单。有决定之前，仍由本单位负责，时限照常计算。', ground: '退单理由', proposed: '应由谁办', words: '说明' },
    extend: { title: '申请延期', submit: '提交申请', done: '已申请延期。决定之前，时限照常计算。', days: '延长几个工作日', words: '为什么需要延期', hint: '由派单的单位决定；同意后居民会收到通知。' },
    exclude: {
      title: '申请剔除', submit: '提交申请', done: '已申请剔除，由区县中心决定。', ground: '理由', words: '说明', hint: '同意后这件事不计入本单位考核，照样要办完、要答复；剔除率对外公开。',
    },
    instruct: { title: '批示', submit: '作出批示', done: '已批示，承办单位已收到通知。', words: '批示内容', hint: '受理单位和正在办理的单位都会收到，记入办理过程；居民看不到。' },
    reopen: { title: '重新办理', submit: '重新办理', done: '已重新办理，居民已收到通知。', words: '为什么重新办理', hint: '会随通知告知居民。事项回到受理单位，时限重新计算；居民自己要求重办的权利不受影响。' },
    siteCheck: { title: '请人到现场看', submit: '发出', done: '已请对方到现场，回复后您会收到通知。', of: '请谁去看', hint: { site_verification: '派单前核实：是否和反映的一样。对方拍照回复。', site_check: '办结前核查：是否处理到位。办理单位不能核查自己办的事。' }, words: '请看什么' },
    supervise: { title: '督办', submit: '发出督办', done: '已发出督办，对方须回复计划和完成日期。', of: '督办哪个单位', words: '督办要求' },
    petition: {
      title: '标为信访件', submit: '标为信访件', done: '已标为信访件，派单和办结都要领导审批，法定时限自收到之日起计算。',
      sure: '标为信访件后，派单和办结都要先经领导审批；同时按《信访工作条例》计时：受理 15 日（自收到之日起）、办理 60 日（自受理之日起）。居民会收到通知。标记不能取消。',
    },
    talk: { title: '权属商议', submit: '发起商议', done: '已发起商议，对方须在时限内表态。', bodies: '征求哪些单位的意见', words: '情况说明', hint: '有单位愿意承接、您确认后，立即转过去；都不承接的，由共同的上一级裁定。在此之前仍由本单位负责。' },
    lengthen: {
      title: '信访延期', submit: '提交申请', done: '已报本单位负责人审批，批准后告知居民。', doneByLeader: '已延期，并告知居民。', days: '延长几日', words: '延期理由',
      hint: '情况复杂的，经本单位负责人批准可延期一次，最多 30 日（《信访工作条例》第三十四条）。', wordsHint: '批准后，理由会原样告知居民。',
    },
    merge: {
      title: '并案', submit: '并入', done: '已并案。居民会另外收到答复，各自评价。', which: '并入哪一件', number: '那件的编号', numberHint: '编号或末几位', none: '没有找到可以并入的事项，请按编号查找。', notFound: '没有找到编号为 {{number}} 的事项。',
      hint: '并案后随那一件一起办理，时限跟那一件走；居民仍会收到答复，可以自己评价。',
    },
    takeApart: { title: '拆分', submit: '拆分', done: '已拆分，恢复到并案前的状态。', sure: '拆分后，这件事项恢复到并案前的状态，由归口单位继续办理，原来的时限继续计时。' },
    release: { title: '结束协办', done: '协办任务已结束。' },
  },
}

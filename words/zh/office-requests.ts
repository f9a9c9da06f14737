/** What the office says of decisions: the leader's gates, requests and rulings. */
export default {
  requests: {
    title: '审批', tabs: { label: '看哪些', mine: '待我决定', made: '我提出的' }, waiting: '待决定', decidedToday: '今天已决定',
    none: '没有等您决定的', noneWords: '报您审批的派单和办结，延期、退单、挂账、剔除的申请，征求您单位意见的权属商议，居民申请的复查、复核，还有上级的督办，都会出现在这里。',
    noneMade: '还没有提出过申请', noneMadeWords: '您单位报请审批、申请延期或挂账之后，可以在这里看结果。',
    heading: '审批和申请', earlier: '已有结果的（{{count}}）', whole: '看全文', less: '收起', look: '看办理过程', select: '选择 {{number}}',
    received: '收到', photos: '{{count}} 张照片', returns: '退单 {{count}} 次', of: '由{{of}}决定', ofLeader: '由{{of}}的领导决定',
    wants: {
      dispatch: '{{by}}拟派单', close: '{{by}}拟办结', plan: '{{by}}申请挂账，计划 {{until}} 前办到', return: '{{by}}申请退单，请决定',
      extension: '{{by}}申请延期 {{workingDays}} 个工作日', exclusion: '{{by}}申请剔除，不计入考核', supervision: '{{by}}督办，请{{of}}回复计划',
      ownership: '{{by}}发起权属商议：是否由{{of}}承接', ownership_taking: '{{by}}愿意承接，请确认', ownership_ruling: '权属商议没有达成一致，请裁定由谁承接',
      petition_extension: '{{by}}申请信访办理延期 {{days}} 日', petition_review: '居民不服{{by}}的处理意见，申请复查', petition_second_review: '居民不服{{by}}的复查意见，申请复核',
    },
    lead: '主办', assists: '协办', days: '期限', daysOf: '{{count}} 个工作日', outcome: '结果', ground: '理由', until: '办好日期',
    words: { dispatch: '办理要求', close: '审查意见', plan: '说明', return: '说明', extension: '原因', exclusion: '说明', supervision: '督办要求', resident: '居民的话', ownership: '情况说明', ownership_taking: '说明', ownership_ruling: '说明', petition_extension: '延期理由（告知居民）', petition_review: '申请理由', petition_second_review: '申请理由' },
    approve: '同意', change: '改派', sendBack: '退回', refuse: '不同意', reply: '回复督办', remark: '附言', remarkHint: '按“同意”时一起发出。',
    changeTitle: '改派', changeSubmit: '同意并改派', sendBackTitle: '退回', sendBackWords: '为什么退回、要改什么', refuseTitle: '不同意', refuseWords: '不同意的理由',
    talk: { heading: '权属商议', none: '还没有表态', takes: '愿意承接', notOurs: '不归本单位', proposed: '建议由{{body}}承接', late: '到期没有表态', over: '不用再表态', say: '表态', title: '是否由本单位承接', word: '意见', ground: '不归本单位的理由', proposes: '建议由谁承接', words: '说明', agree: '同意，由其承接', disagree: '不同意', rule: '裁定', ruleTitle: '裁定由谁承接', who: '由谁承接', waits: '等{{of}}确认', waitsRuling: '等{{of}}裁定', settled: '已确认由{{body}}承接', ruled: '{{of}}裁定由{{body}}承接', refused: '{{of}}没有同意由{{body}}承接' },
    giveOpinion: '出具意见', opinionTitle: '出具{{request}}意见', opinion: '意见', opinionWords: '意见书内容', opinionHint: '全文告知居民：写明事实、依据和结论。', opinionFinal: '复核意见为终结意见。',
    replyTitle: '回复督办', replyWords: '打算怎么办', replyUntil: '哪天办好',
    decided: { granted: '已同意', changed: '已改派', changedTo: '已改派给{{lead}}', refused: '没有同意', answered: '已回复', lapsed: '已失效', sentBack: '已退回' },
    open: '等待决定', effectIn: '{{seconds}} 秒后生效', inEffect: '已生效', undo: '撤销', undone: '已撤销，重新等待决定。', tooLate: '已经生效，不能撤销了。',
    approveMany: '批量同意', approvedMany: '已同意 {{count}} 件，一分钟内可以逐件撤销。',
    ruledBy: '{{of}}：{{ruling}}',
    petition: '信访件', planned: '挂账至 {{until}}', reopened: '第 {{count}} 次重办', excluded: '已剔除',
  },
}

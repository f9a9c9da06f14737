/**
 * 通知：resident 给居民，staff 给工作人员。编号由界面显示在旁边，这里不重复。
 * 事项的理由、结果、时限取自 casework 的词条。
 */
export default {
  resident: {
    received: '您反映的事项已收到，等待受理。',
    accepted: '您反映的事项已受理。',
    declined: '您反映的事项不予受理：$t(casework.declineGrounds.{{ground}})。',
    asked_back: '请您补充情况，收到后继续办理。',
    resumed: '补充情况的期限已到，您反映的事项继续办理。',
    dispatched: '您反映的事项已安排办理。',
    escalated: '您反映的事项已提请上级单位办理。',
    sent_down: '您反映的事项已交由基层单位办理。',
    told: '您反映的事项有新进展。',
    closed: '您反映的事项已办结，即将答复您。',
    answered: '您反映的事项已答复，请查看并评价。',
    published: '您反映的事项经审核，已向居民公开。',
    kept_private: '您反映的事项经审核不公开，办理不受影响。',
    membership_verified: '您加入{{community}}的申请已核实通过。',
    membership_refused: '您加入{{community}}的申请没有通过，请到“我的”查看原因。',
  },
  staff: {
    new_case: '有新的事项待受理。',
    added_to: '居民补充了情况。',
    resumed: '等待居民补充的期限已到，时限继续计算。',
    task_assigned: '有新任务派给您单位，请接单。',
    handler_named: '您被指定为承办人。',
    task_rehomed: '承办人已离岗，请重新指定。',
    task_returned: '任务被退单（$t(casework.returnGrounds.{{ground}})），请重新派单。',
    task_reported: '任务已反馈办理结果（$t(casework.outcomes.{{outcome}})），请审核。',
    reworked: '办理结果被退回，请重新办理。',
    escalated: '有事项向上派单到您单位（$t(casework.escalationTypes.{{type}})），请处理。',
    sent_down: '上级单位下派了事项，请按要求办理。',
    withdrawn: '居民撤回了诉求。',
    rated: '居民已评价：$t(casework.solved.{{solved}})，$t(casework.satisfied.{{satisfied}})。',
    clock_warned: '$t(casework.clocks.{{clock}})即将到期，请抓紧办理。',
    clock_breached: '$t(casework.clocks.{{clock}})已超期，请立即处理。',
    membership_asked: '有居民申请加入{{community}}，请核实。',
    import_ended: '数据导入已完成：新增 {{in}} 件，原已存在 {{before}} 件，未能导入 {{bad}} 行。',
    asked_reset: '有工作人员申请重置登录方式，请当面或电话核实身份后办理。',
  },
}

/** What the office says of its doors: the hotline desk, letters and visits, patrols, calling back, merging. */
export default {
  patrol: {
    title: '巡查', report: '上报', photo: '拍照', kind: '是哪一类', kindHint: '选了类别，收到后直接派给承办单位。', words: '看到什么', wordsHint: '可以用输入法的话筒说。', byPhoto: '巡查发现：{{category}}，见照片。', place: '具体位置',
    here: '已取得您现在的位置。', locating: '正在定位；定不到就按{{place}}。', inHome: '没有取得位置，按{{place}}。', noPlace: '没有取得位置，请写具体位置。', missing: '请写几句话；或者拍张照片并选类别。', missingPlace: '请写具体位置。', unusable: '有照片打不开，请重拍。',
    send: '上报', offline: '没有网络：照常上报，先存在手机上。', waiting: '等待发送 {{count}} 件', waitingHint: '存在这台手机上，联网后自动发出，每件只发一次，按看到的时间计时。', waits: '等待发送', sending: '正在发送', drop: '删除',
    signedOut: '登录已过期，登录后自动发出。', sent: '今天已上报 {{count}} 件', tasks: '要办的任务', tasksOffline: '没有网络，看不到任务。',
  },
  facts: {
    heading: '三方结果', claimed: '单位自报', said: '居民评价', found: '回访结果', notRated: '居民没有评价', toCall: '等{{of}}回访', tried: '已打 {{count}} 次，没有接听，等{{of}}再打', notReached: '打了 {{count}} 次都没有接听',
  },
  calls: {
    title: '回访', waiting: '待回访 {{count}} 件', list: '待回访的事项', form: '回访结果', none: '没有要回访的', noneWords: '居民评价没有解决的，和到期没有评价、抽中的，会出现在这里。', tries: '已打 {{count}} 次',
    said: '居民诉求', answer: '给的答复', noAnswer: '没有答复内容', noPhone: '没有留手机号，不能电话回访。', contacted: '有人联系过您吗', solved: '问题解决了吗', satisfied: '您满意吗', words: '还说了什么',
    keep: '保存结果', nobody: '无人接听（第 {{count}} 次）', nobodyHint: '打 {{count}} 次都没有接听，就不再打了。', kept: '已保存回访结果。', triedAgain: '已记下无人接听，过些时候再打。', left: '已打满次数，不再回访。',
  },
  merged: {
    into: '已并入 {{number}}，一起办理', others: '并入 {{count}} 件', residents: '居民 {{count}} 人', apart: '拆分', apartOf: '拆分 {{number}}', heading: '并案', answeredApart: '每位居民都会收到答复，各自评价。',
  },
  entry: {
    title: '热线登记', channel: '渠道', day: '收到日期', clock: '时间', receivedHint: '时限从收到的时间算起。',
    phone: '来电号码', phoneOther: '联系电话', phoneHint: '手机号，或带区号的固定电话；没有可以不填。', phoneWrong: '手机号应为 11 位数字；固定电话请带区号。', name: '姓名', nameKnown: '已登记：{{name}}', aboutHint: '不是投诉单位就不用选', aboutKept: '该单位看不到诉求人，也不由它受理。',
    words: '说了什么', wordsSeen: '看到什么', wordsHint: '照原话记，不用写姓名和电话。', category: '类别', place: '社区或网格', placeHint: '输入名称开头几个字', placeNone: '没有找到，请换几个字',
    address: '具体位置', photos: '原件照片', photosSeen: '现场照片', byPolicy: '按派单目录直接派出', byPolicyHint: '需要领导审批的，仍先送审批。',
    missing: { words: '请写下说了什么。', place: '请选社区，或写下具体位置。' },
    send: '登记', clear: '清空', kept: '写的内容存在本机，刷新也不会丢。',
    popped: '新来电 {{phone}}。先登完这一件，或改接新来电。', takePopped: '清空，改接新来电',
    caller: {
      heading: '来电人', none: '输入号码后，这里显示以前反映过的事。', searching: '正在查找……', unknown: '这个号码没有反映过事项。', failed: '没有查到来电人，可以继续登记。',
      repeated: '重复来电：90 天内已反映 {{count}} 次', more: '更早的 {{count}} 件', hidden: '以前反映过的事不在您的范围内。',
    },
    script: {
      heading: '问清这些', where: '在哪里：小区、楼栋、门口', since: '什么时候开始的，现在还在不在', danger: '有没有危险，有没有老人、孩子受影响', wish: '希望怎么办，怎样答复方便',
      kinds: '是哪一种：{{hint}}', owner: '是谁的：{{owners}}', lead: '一般由{{lead}}办理', guide: '上报指引',
    },
    similar: { heading: '可能是同一件事', none: '写下内容后，这里显示相近的事项。', nothing: '没有相近的事项。', hint: '是同一件事也照常登记，登记后可以并案。' },
    done: { heading: '已登记', number: '请告诉对方编号', at: '在{{desk}}', dispatched: '已派给{{lead}}', waits: '拟派给{{lead}}，等领导审批', next: '接下一个', nextOther: '登下一件', look: '打开事项', today: '这次登记了 {{count}} 件' },
    keys: { label: '快捷键', next: '下一格', choose: '选渠道', send: '登记', another: '接下一个' },
    paper: {
      open: '纸质登记', title: '纸质登记', form: '空白登记表', list: '未办结清单', which: '打印哪一种', copies: '停电断网时先写在纸上，恢复后选“纸质”渠道按收到的时间补录。',
      formTitle: '诉求登记表', received: '收到时间', by: '登记人', channel: '渠道', phone: '电话', name: '姓名', place: '位置', category: '类别', words: '内容', done: '当场办理情况', entered: '补录编号',
      blank: '手写', listTitle: '未办结事项', at: '打印时间 {{time}}', note: '手写记录', none: '没有未办结的事项。', more: '只打印前 {{count}} 件。',
    },
  },
}

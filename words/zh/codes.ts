/** 部件、事件编码：编码表的设置、采集上报和查看。 */
export default {
  thing: { component: '部件', event: '事件' },
  parts: { area: '行政区划', class: '大类', type: '小类', serial: '部件流水号' },
  columns: { thing: '部件或事件', class: '大类代码', className: '大类名称', classNameEn: '大类英文名', type: '小类代码', name: '小类名称', nameEn: '小类英文名', category: '归入类别', owner: '设施归谁' },
  report: {
    what: '按什么上报', ways: { none: '一般问题', component: '部件', event: '事件', keyed: '输入编码' }, serialHint: '标牌上的 {{count}} 位流水号；看不清可以不填。', keyed: '编码', keyedHint: '部件 {{component}} 位，事件 {{event}} 位，中间可以有空格。', says: '{{thing}}：{{className}} · {{name}}',
    faults: { not_digits: '编码只能是数字。', wrong_length: '位数不对：部件应为 {{component}} 位，事件应为 {{event}} 位。', other_area: '开头的行政区划不是本区县（{{county}}）。', unknown_class: '编码表里没有这个大类，请核对。', unknown_type: '这个大类下没有这个小类，请核对。' },
    open: '这个部件已有在办事项：', joins: '上报后补充到该事项，不另立案。', apart: '不是同一件事，另立一件', joined: '已补充到在办事项 {{number}}，不另立案', needsPhoto: '按编码上报，请先拍现场照片。', needsCode: '请选到小类，或把编码输完整。', byPhoto: '采集发现：{{name}}，见照片。', code: '编码', filter: '部件、事件',
  },
  list: {
    lead: '采集员按编码上报部件和事件：选大类、小类，或直接输入编码。类别和设施归属由编码带出，派单目录据此派单。',
    none: '还没有发布过编码表，采集员暂时只能按一般问题上报。', noneInDraft: '草稿里还没有小类。可以逐条新增，也可以用表格一次录入。', count: '共 {{count}} 个小类', search: '按代码、名称、类别查找', noneFound: '没有符合的小类。', shown: '只显示前 {{count}} 条，请缩小查找范围。',
    layout: '编码共分几段', lengthOf: '{{part}} {{count}} 位', component: '部件编码 {{count}} 位', event: '事件编码 {{count}} 位（没有流水号）', example: '例如 {{code}}', noOwner: '不指定',
  },
  draft: {
    new: '新增小类', edit: '小类', layout: '编码各段长度', layoutHint: '各地标准不一，请与本地已经使用的编码一致。位数之和决定编码总长。', save: '保存到草稿', remove: '删除这一条',
    nameZh: '名称（中文）', nameEn: '名称（英文）', classZh: '大类名称（中文）', classEn: '大类名称（英文）', digits: '应为 {{count}} 位数字。',
    upload: '用表格替换全部小类', uploadWords: '支持 CSV、XLSX 和 JSON Lines。列名：{{columns}}。有一行读不懂，就一条也不替换。', file: '编码表', uploaded: '已读入 {{count}} 条。', bad: '有 {{count}} 行读不懂，没有替换任何一条：',
  },
  faults: { parts: '编码的四段（行政区划、大类、小类、部件流水号）要各有一段', twice: '与另一条代码相同', class_length: '大类代码位数不对', type_length: '小类代码位数不对', category_unknown: '归入的类别已停用', owner_unknown: '派单目录里没有这种设施归属' },
  rowFaults: {
    unreadable: '这一行读不出来', thing_unknown: '请写明是部件还是事件：{{text}}', class_missing: '没有写大类代码', type_missing: '没有写小类代码', not_digits: '代码只能是数字：{{text}}', class_length: '大类代码太长：{{text}}', type_length: '小类代码太长：{{text}}',
    name_missing: '没有写小类名称', class_name_missing: '没有写大类名称', category_unknown: '没有这个类别：{{text}}', category_several: '有几个类别叫这个名字，请写全：{{text}}', owner_unknown: '没有这种设施归属：{{text}}', twice: '与前面一行代码相同', too_long: '太长：{{text}}',
  },
  history: { types: '共 {{count}} 个小类', changed: '新增 {{added}} 个，删除 {{removed}} 个，修改 {{changed}} 个', segments: '编码各段长度有改动' },
}

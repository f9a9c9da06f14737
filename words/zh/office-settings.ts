/** What the office says in the settings and about memberships. */
export default {
  memberships: {
    village: '社区（村）',
    none: { asked: '没有待核实的申请', verified: '还没有已核实的居民', refused: '没有未通过的申请', ended: '没有已结束的入驻' }, noneWords: '居民扫社区二维码申请入驻，由社区工作人员核实。',
    verify: '核实通过', refuse: '不通过', reason: '不通过的原因，居民会看到',
    lastHolder: '这个手机号一年多没有登录过。本社区以前核实过的持有人是：', isLastHolder: '已当面核实是同一个人，把以前的事项还给他（她）',
  },
  code: {
    open: '社区二维码', choose: '选择社区后生成可张贴的二维码', call: '扫一扫，加入社区，有事您说', how: '用手机相机或微信扫描二维码，按提示登记即可。', alt: '{{village}}的入驻二维码',
  },
  settings: {
    label: '设置项目', parts: { regions: '区划', bodies: '单位', posts: '岗位', people: '人员', roster: '值班', grants: '授权', exchange: '接口与信号源', roles: '角色', policies: '办理规则', calendar: '日历与办公时间', routing: '派单目录', tracks: '板块', codes: '部件事件' },
    name: '名称', nameZh: '中文名称', nameEn: '英文名称', search: '按名称查找', reason: '理由（留痕）',
  },
  tracks: {
    label: '板块', all: '全部板块', open: '{{count}} 件在办', late: '{{count}} 件超时', figures: '看这个板块的统计', mine: '{{open}} 件在办，{{late}} 件超时', words: '事项按类别归入板块。每个板块可以在全区和各街镇各定一个牵头单位：牵头单位的人在菜单里看到本板块在办多少、超时多少，点开就是清单。改了类别归属，清单和统计立即跟着变。',
    new: '新增板块', remove: '删除板块“{{name}}”', region: '范围', desk: '牵头单位', newDesk: '加一个牵头单位', removeDesk: '去掉这个牵头单位', categories: '类别归属', goesTo: '归入板块', kept: '已保存。',
  },
  regions: {
    levels: { 1: '省', 2: '市', 3: '区县', 4: '街镇', 5: '村居', 6: '网格', 7: '楼栋' }, unfold: '展开{{name}}', noBoundary: '尚无边界', hasBoundary: '已有边界，粘贴新的会替换。',
    until: '有效至 {{day}}', above: '上级', code: '代码', validFrom: '有效期', change: '修改', add: '在下面增设{{level}}', addSubmit: '增设', validTo: '到哪天为止',
    boundary: '边界（GeoJSON）', boundaryHint: '粘贴或上传面（Polygon、MultiPolygon），坐标为经度、纬度。', boundaryFile: '从文件读取', boundaryWrong: '没有读出面。请检查是不是 GeoJSON。',
  },
  calendar: {
    words: '按工作日计算的时限以这里的办公时间和节假日为准。改动后，在办事项的到期时间随即重新计算，已办结的不变。',
    hours: '办公时间', usual: '工作日办公时间', hoursHint: '例：09:00–12:00, 13:30–17:30', wrongHours: '看不懂，或者前后时间有重叠。写法如 09:00–12:00, 13:30–17:30。', differing: '个别日子不同', asUsual: '同工作日', closed: '休息',
    daysHint: '不填即与工作日相同；当天不办公写“{{closed}}”。周六、周日只在调休上班时用。', saveHours: '保存办公时间', changeHours: '修改办公时间', ownHours: '本单位的办公时间', countyHours: '与全区相同', asCounty: '恢复为全区办公时间', kept: '已保存，在办事项的时限正在重新计算。',
    bodiesDiffer_other: '有 {{count}} 个单位另有办公时间，在“单位”里查看和修改。', weekdays: { monday: '周一', tuesday: '周二', wednesday: '周三', thursday: '周四', friday: '周五', saturday: '周六', sunday: '周日' },
    year: '{{year}} 年', before: '上一年', after: '下一年', by: { state: '按国务院公布的安排', county: '本区已公布', nobody: '尚未公布，暂按周末推算' }, noDays: '没有与平常不同的日子。',
    works: '上班', off: '休息', remove: '删去 {{day}}', add: '增加一天', day: '日期', dayKnown: '这一天已经在上面。', called: '名称', isWorked: '周末调休上班', addDay: '加入', publish: '公布 {{year}} 年日历', publishHint: '公布后代替原有安排。元旦调休可以写上一年 12 月的日子。',
  },
  tables: { line: '第 {{line}} 行', more: '另有 {{count}} 行' },
  bodies: {
    kind: '种类', region: '所在区划', parent: '上级单位', desk: '受理单位', isDesk: '作为所在区划的受理单位', telephone: '对外电话', telephoneHint: '居民在手机上一点就能打。', new: '新增单位', create: '新增', closed: '已撤销', withClosed: '含已撤销',
    remits: {
      title: '职责清单', none: '还没有列出职责。', all: '各类事项', add: '增加一条', save: '保存', words: '可以做什么、应当做什么', ground: '依据', category: '限于类别', end: '删去“{{words}}”',
      columns: { body: '单位', category: '类别', words: '职责', ground: '依据' }, file: '职责清单', table: '职责清单表格', download: '下载全部职责清单', upload: '用表格导入',
      tableWords: '支持 CSV 和 XLSX，列名为单位、类别（不填则不限）、职责、依据。表格里没有的，原样保留；同一张表可以反复导入，不会重复。',
      check: '先检查', checked: '检查通过：新增 {{added}} 条，改依据 {{changed}} 条，已有 {{same}} 条。还没有导入。', run: '导入', done: '已导入：新增 {{added}} 条，改依据 {{changed}} 条，原已存在 {{same}} 条。', nothing: '表格里的 {{same}} 条都已经有了，不用导入。', tooLarge: '文件太大，请分成几个表格（每个不超过 700 KB）。',
      bad: '有 {{count}} 行读不懂，请改好后再检查：',
      rowFaults: {
        unreadable: '这一行读不出来', body_missing: '没有写单位', body_unknown: '没有这个单位：{{text}}', body_several: '有几个单位叫这个名字：{{text}}', category_unknown: '没有这个类别：{{text}}', category_several: '有几个类别叫这个名字，请写全：{{text}}',
        words_missing: '没有写职责', ground_missing: '没有写依据', too_long: '太长：{{text}}…', twice: '与前面一行的单位、类别和职责都相同',
      },
    },
    close: '撤销单位', closeWords: '撤销后岗位随即终止。还有未办结事项的单位不能撤销。',
  },
  posts: {
    title: '岗位', titleZh: '岗位名称（中文）', titleEn: '岗位名称（英文）', body: '单位', role: '角色', region: '管辖范围', regionHint: '不选则与所在单位相同。', holders: '任职人员',
    vacant: '空缺', withEnded: '含已终止', new: '新增岗位', create: '新增', categories: '限定类别', categoriesHint: '不选则不限类别。', stationedAt: '派驻到', lastDay: '最后一天',
    stationed: { from: '派驻开始', to: '派驻结束', hint: '派驻后可排入对方单位的值班。能代表本单位接哪些单，由本单位负责人在“授权”中授予。' }, public: '对居民公开', isPublic: '居民可以看到任职人员姓名',
    valid: '有效期', take: '免去', change: '修改岗位', end: '终止岗位', endWords: '立即终止。任职人员随即失去该岗位的权限，手上任务退回单位重新安排。',
  },
  people: {
    name: '姓名', search: '按姓名或账号查找', login: '账号', loginHint: '小写字母、数字、点、横线，2 至 40 位。', loginWrong: '账号只能用小写字母、数字、点、横线和下划线，以字母或数字开头。', phone: '手机号',
    phoneWrong: '请输入 11 位手机号。', posts: '岗位', post: '岗位', state: '状态', noPost: '没有岗位', withLeft: '含已离职',
    invite: '邀请人员', inviteSubmit: '生成邀请链接', invited: '已邀请{{name}}。', give: '安排岗位', giveSubmit: '安排', reset: '重置密码和验证器',
    resetWords: '立即退出此人所有设备，并生成一次性链接，用于重新设置密码和验证器。', leave: '办理离职', leaveWords: '立即免去全部岗位并退出登录，手上任务退回原单位。',
  },
  oneTime: {
    title: '一次性链接', words: '链接只显示这一次。请当面或通过可信方式交给本人，不要发到群里。', copy: '复制链接', until: '{{at}} 前有效，用过即失效。',
  },
  roster: {
    before: '上一周', after: '下一周', thisWeek: '回到本周', choose: '选择单位后查看值班安排', nobody: '无人值班', put: '安排值班', remove: '取消{{name}}的值班', who: '谁值班',
    noHolder: '这个单位还没有在任人员', day: '日期', from: '从', to: '到', overnight: '到次日', done: '已安排，可接着排下一天。',
    own: '本单位', holder: '{{name}}（{{title}}）', holderAway: '{{name}}（{{body}}{{title}}）',
    stationed: {
      title: '派驻人员', count: '{{count}} 人在班', who: '派驻人员', body: '派出单位', now: '现在', binds: '可代表单位接单', until: '派驻至',
      onDuty: '在班，至{{time}}', off: '不在班', coming: '{{day}}到位', bindsAll: '各类事项均可', bindsNothing: '尚未授权接单',
    },
  },
  grants: {
    to: '授给', action: '权限', until: '有效至', openEnd: '长期', givenBy: '授权人', none: '没有授权', noneWords: '除岗位自带的权限外，可以把自己持有的权限授给别的岗位或单位。', withdrawn: '已收回',
    withWithdrawn: '含已收回', new: '新增授权', give: '授权', toPost: '岗位', toBody: '单位', actions: '单项权限', roles: '整个角色', role: '角色：{{role}}', actionHint: '只能授出自己持有的权限。',
    terms: '条件', mayDelegate: '可以转授', mayNotDelegate: '不可转授', reportAfterwards: '事后报备', withdraw: '收回授权', withdrawWords: '立即收回，由它转授出去的也一并收回。',
  },
  roles: { words: '权限通过岗位的角色获得。“辖区”指岗位管辖范围内的全部，“本单位”指本单位经办的。', action: '权限', over: { area: '辖区', body: '本单位' } },
}

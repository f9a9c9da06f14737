/** 个人信息：每一项的名称、用途、依据、保存期限，以及查看目的。 */
export default {
  'person.name': '姓名',
  'person.phone': '手机号',
  'membership.address': '住址',
  'appeal.words': '您写的诉求内容',
  'appeal.original': '您遮盖之前的原话（封存）',
  'case.title': '诉求内容的开头（列表中显示）',
  'appeal.address': '诉求中的地址',
  'appeal.lon': '诉求位置的经度',
  'appeal.lat': '诉求位置的纬度',
  'appeal.behalf_name': '您代为反映的人的姓名',
  'appeal.behalf_phone': '您代为反映的人的电话',
  'entry.words': '您补充的内容',
  'rating.words': '您的评价内容',
  'photo.picture': '您上传的照片',
  purposes: {
    identify: '确认身份',
    contact: '与您联系',
    handle_case: '办理您反映的事项',
    verify_membership: '核实您与社区的关系',
  },
  grounds: {
    consent: '您的同意',
    legal_duty: '履行法定义务',
    public_task: '履行公共管理和服务职责',
  },
  keptFor: {
    account: '至账号注销',
    case_3_years: '事项办结后三年',
    membership: '至退出社区',
  },
  openingPurposes: {
    contact: '联系本人',
    visit: '上门走访',
    verify: '核实情况',
    other: '其他',
  },
}

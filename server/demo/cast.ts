import type { Role } from '#server/modules/identity/index.ts'
import { county } from './county.ts'

/**
 * One small cast, used by the demo, the tests and the journeys alike. Ids are fixed, so that a story can name them.
 * Secrets stand here on purpose: the demo shows them on its sign-in page, and production refuses these rows.
 */
const id = (kind: string, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(12 - kind.length, '0')}`

export const demoPassword = 'gongzhi-demo-2026'
export { county }

export interface CastBody {
  id: string
  zh: string
  en: string
  kind: string
  region: number
  isDesk: boolean
  parent?: string
  /** Nobody's number: none begins with 0 after its area code. */
  telephone?: string
}

const centre = { id: id('b', 1), zh: '明泽区社会治理指挥中心', en: 'Mingze Command Centre', kind: 'centre', region: county, isDesk: true }
const chunhui = { id: id('b', 11), zh: '春晖街道办事处', en: 'Chunhui Subdistrict Office', kind: 'subdistrict', region: 11, isDesk: true, parent: centre.id }
const wangjiang = { id: id('b', 12), zh: '望江街道办事处', en: 'Wangjiang Subdistrict Office', kind: 'subdistrict', region: 12, isDesk: true, parent: centre.id }
const liuhe = { id: id('b', 13), zh: '柳河镇人民政府', en: 'Liuhe Town Government', kind: 'subdistrict', region: 13, isDesk: true, parent: centre.id }

const committee = (n: number, region: number, zh: string, en: string, parent: string): CastBody => ({
  id: id('b', n), zh, en, kind: 'committee', region, isDesk: true, parent, telephone: `010-00000${n}`,
})
const ofCounty = (n: number, zh: string, en: string, kind: string): CastBody => ({
  id: id('b', n), zh, en, kind, region: county, isDesk: false, parent: centre.id,
})

export const bodies = {
  centre: centre as CastBody,
  chunhui: chunhui as CastBody,
  wangjiang: wangjiang as CastBody,
  liuhe: liuhe as CastBody,
  wutong: committee(101, 101, '梧桐社区居委会', 'Wutong Residents’ Committee', chunhui.id),
  yinxing: committee(102, 102, '银杏社区居委会', 'Yinxing Residents’ Committee', chunhui.id),
  yulan: committee(103, 103, '玉兰社区居委会', 'Yulan Residents’ Committee', chunhui.id),
  dukou: committee(111, 111, '渡口社区居委会', 'Dukou Residents’ Committee', wangjiang.id),
  nanan: committee(112, 112, '南岸社区居委会', 'Nan’an Residents’ Committee', wangjiang.id),
  matou: committee(113, 113, '码头社区居委会', 'Matou Residents’ Committee', wangjiang.id),
  liuhecun: committee(121, 121, '柳河村村委会', 'Liuhe Villagers’ Committee', liuhe.id),
  qingshi: committee(122, 122, '青石村村委会', 'Qingshi Villagers’ Committee', liuhe.id),
  daoxiang: committee(123, 123, '稻香村村委会', 'Daoxiang Villagers’ Committee', liuhe.id),
  lamps: ofCounty(201, '明泽区路灯管理所', 'Mingze Street Lighting Office', 'department'),
  urban: ofCounty(202, '明泽区城市管理局', 'Mingze Urban Management Bureau', 'department'),
  housing: ofCounty(203, '明泽区住房和城乡建设局', 'Mingze Housing and Construction Bureau', 'department'),
  power: ofCounty(204, '明泽供电公司', 'Mingze Power Company', 'utility'),
  water: ofCounty(205, '明泽自来水公司', 'Mingze Water Company', 'utility'),
  civil: ofCounty(206, '明泽区民政局', 'Mingze Civil Affairs Bureau', 'department'),
  /** Whose collectors 城管采集员 see and check, and who handles nothing itself. */
  watch: ofCounty(207, '明泽区城市管理监督中心', 'Mingze Urban Supervision Centre', 'centre'),
} satisfies Record<string, CastBody>

export interface CastStaff {
  person: string
  post: string
  login: string
  zh: string
  en: string
  title: { zh: string; en: string }
  role: Role
  body: CastBody
  region: number
  secret: string
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const secretOf = (n: number) => Array.from({ length: 32 }, (_, i) => base32[(n * 7 + i * 11 + n * i) % 32]).join('')

const worker = (n: number, login: string, zh: string, en: string, role: Role, body: CastBody, titleZh: string, titleEn: string): CastStaff => ({
  person: id('a', n), post: id('c', n), login, zh, en, role, body, region: body.region,
  title: { zh: titleZh, en: titleEn }, secret: secretOf(n),
})

export const team = {
  admin: worker(1, 'zhouping', '周平', 'Zhou Ping', 'administrator', bodies.centre, '系统管理员', 'Administrator'),
  secretary: worker(2, 'chenjing', '陈静', 'Chen Jing', 'committee_secretary', bodies.wutong, '社区书记', 'Community Secretary'),
  member: worker(3, 'liuyang', '刘洋', 'Liu Yang', 'committee_member', bodies.wutong, '居委会委员', 'Committee Member'),
  grid: worker(4, 'zhaolei', '赵磊', 'Zhao Lei', 'grid_worker', bodies.wutong, '专职网格员', 'Grid Worker'),
  clerk: worker(5, 'sunyue', '孙悦', 'Sun Yue', 'subdistrict_clerk', bodies.chunhui, '街道经办人', 'Subdistrict Clerk'),
  leader: worker(6, 'hezhiyuan', '何志远', 'He Zhiyuan', 'subdistrict_leader', bodies.chunhui, '街道党工委书记', 'Subdistrict Leader'),
  lamps: worker(7, 'wugang', '吴刚', 'Wu Gang', 'department_clerk', bodies.lamps, '维修班长', 'Repair Foreman'),
  lampsHead: worker(8, 'zhenghua', '郑华', 'Zheng Hua', 'department_head', bodies.lamps, '所长', 'Head of Office'),
  power: worker(9, 'fengtao', '冯涛', 'Feng Tao', 'department_clerk', bodies.power, '抢修调度', 'Repair Dispatcher'),
  centre: worker(10, 'xuqing', '许晴', 'Xu Qing', 'centre_dispatcher', bodies.centre, '指挥中心值班长', 'Duty Officer'),
  urban: worker(11, 'hanmei', '韩梅', 'Han Mei', 'department_clerk', bodies.urban, '科员', 'Officer'),
  yinxing: worker(12, 'tangwei', '唐伟', 'Tang Wei', 'committee_secretary', bodies.yinxing, '社区书记', 'Community Secretary'),
  dukou: worker(13, 'luoxia', '罗霞', 'Luo Xia', 'committee_secretary', bodies.dukou, '社区书记', 'Community Secretary'),
  wangjiang: worker(14, 'gaofeng', '高峰', 'Gao Feng', 'subdistrict_clerk', bodies.wangjiang, '街道经办人', 'Subdistrict Clerk'),
  collector: worker(15, 'linfeng', '林枫', 'Lin Feng', 'grid_worker', bodies.watch, '城管采集员', 'City-management Collector'),
} satisfies Record<string, CastStaff>

export interface CastResident {
  person: string
  phone: string
  zh: string
  en: string
  /** The community that verified them, and where they live. */
  home?: { village: number; town: number; address: string }
}

export const residents = {
  wang: { person: id('d', 1), phone: '13900000001', zh: '王秀英', en: 'Wang Xiuying', home: { village: 101, town: 11, address: '梧桐里 12 号 3 幢 501' } },
  li: { person: id('d', 2), phone: '13900000002', zh: '李建国', en: 'Li Jianguo', home: { village: 101, town: 11, address: '梧桐里 8 号 1 幢 102' } },
  zhang: { person: id('d', 3), phone: '13900000003', zh: '张敏', en: 'Zhang Min', home: { village: 111, town: 12, address: '渡口路 66 号 2 单元 301' } },
  /** Phone-verified, joined nowhere. */
  guest: { person: id('d', 4), phone: '13900000004', zh: '马超群', en: 'Ma Chaoqun' },
} satisfies Record<string, CastResident>

/** What can be reported in the demo county. Who leads stands in its routing catalogue. */
export const categories: { key: string; zh: string; en: string; track: string; parent?: string; hint?: { zh: string; en: string } }[] = [
  { key: 'lighting', zh: '路灯照明', en: 'Street lights', track: 'public_service', hint: { zh: '不亮、闪烁、灯杆倾斜', en: 'dark, flickering, leaning' } },
  { key: 'roads', zh: '道路破损', en: 'Roads and pavements', track: 'public_service', hint: { zh: '坑洼、井盖、人行道', en: 'holes, covers, pavements' } },
  { key: 'waste', zh: '垃圾清运', en: 'Waste', track: 'public_service', hint: { zh: '堆放、清运、分类', en: 'dumping, collection, sorting' } },
  { key: 'noise', zh: '噪声扰民', en: 'Noise', track: 'safety_law', hint: { zh: '施工、广场舞、商铺', en: 'building sites, dancing, shops' } },
  { key: 'water', zh: '供水排水', en: 'Water and drains', track: 'public_service', hint: { zh: '停水、漏水、积水', en: 'no water, leaks, flooding' } },
  { key: 'power', zh: '供电', en: 'Electricity', track: 'public_service', hint: { zh: '停电、线路隐患', en: 'outage, dangerous lines' } },
  { key: 'property', zh: '物业管理', en: 'Property management', track: 'public_service', hint: { zh: '电梯、收费、维修', en: 'lifts, fees, repairs' } },
  { key: 'parking', zh: '停车秩序', en: 'Parking', track: 'safety_law', hint: { zh: '乱停、占道、充电', en: 'blocking, charging' } },
  { key: 'dispute', zh: '邻里纠纷', en: 'Disputes between neighbours', track: 'safety_law', hint: { zh: '漏水、占用、争吵', en: 'leaks, shared space, quarrels' } },
  { key: 'care', zh: '养老助残', en: 'Care for the old and disabled', track: 'public_service', hint: { zh: '照护、补贴、无障碍', en: 'care, allowances, access' } },
  { key: 'environment', zh: '生态环境', en: 'Environment', track: 'economy_ecology', hint: { zh: '污水、油烟、扬尘', en: 'sewage, fumes, dust' } },
  { key: 'advice', zh: '意见建议', en: 'Advice', track: 'party_building', hint: { zh: '对工作的建议', en: 'what could be done better' } },
]

/**
 * What residents might say, by the key of a usual category: enough to begin with, until a county's own closed cases tell
 * better. Invented for this purpose.
 */
export const shippedExamples: Readonly<Record<string, readonly string[]>> = {
  lighting: [
    '小区门口的路灯坏了好几天，晚上黑漆漆的', '巷子里的路灯一闪一闪，看不清路', '桥头的路灯整排都不亮', '路灯杆歪了，怕倒下来砸到人',
    '广场的灯到现在还没修，老人晚上散步容易摔', '路灯白天亮着晚上反而灭了', '楼前的景观灯不亮，能不能加一盏路灯', '楼道的灯坏了，上下楼看不见',
    '新修的这条路没装路灯，下夜班害怕', '路灯被树枝挡住，光照不到地上', '路灯外壳掉了，电线露在外面',
    'The street lamp outside our building is broken', 'Street light flickers all night', 'The whole alley is dark, no lights working', 'A lamp post is leaning over the pavement', 'Please add a street light on the new road',
  ],
  roads: [
    '路面有个大坑，电动车差点摔倒', '井盖松动，车一压就响', '井盖不见了，夜里很危险', '人行道地砖翘起来，老人绊倒了', '马路塌陷了一块，赶紧来修', '盲道砖破损缺失',
    '施工后路面没有恢复，坑坑洼洼', '村道水泥路开裂，下雨都是泥', '护栏被撞坏一直没人修', '减速带脱落，钉子露出来', '台阶破损，婴儿车推不过去',
    'There is a big pothole in the road', 'A manhole cover is loose and rattles', 'Paving slabs are broken, people trip', 'The road surface has sunk after the works', 'The guard rail was hit and is still broken',
  ],
  waste: [
    '垃圾桶满了没人清运，臭气熏天', '楼下垃圾堆了三天没有收', '垃圾房的门关不上，苍蝇很多', '有人在绿化带乱倒建筑垃圾', '装修垃圾堆在路边没人拉走', '垃圾分类桶太少，大家乱扔',
    '河边空地成了垃圾场', '大件旧家具丢在楼道口', '垃圾车早上不来，垃圾满地都是', '厨余垃圾桶没有盖，老鼠多', '街上烟头纸屑没有人扫',
    'Rubbish has not been collected for three days', 'Bins are overflowing and smell', 'Builders dumped rubble on the grass', 'Old furniture dumped by the entrance', 'Street is dirty, nobody sweeps it',
  ],
  noise: [
    '工地半夜还在施工，吵得睡不着', '广场舞音响太大，孩子没法写作业', '楼下商铺喇叭从早放到晚', '酒吧凌晨还放音乐，整栋楼都听得到', '邻街烧烤摊喧哗到半夜', '空调外机轰鸣声很大',
    '早上六点就开始敲打装修', '货车夜里鸣笛卸货扰民', '棋牌室深夜吵闹', '工厂机器噪音昼夜不停', '宠物店的狗叫个不停',
    'Construction noise after midnight', 'Loud square dancing music every evening', 'The bar plays music until three in the morning', 'Shop loudspeakers all day long', 'Drilling starts at six every morning',
  ],
  water: [
    '家里停水一天了，没有通知', '自来水发黄有异味', '水压太低，六楼上不来水', '马路上水管爆了，水流了一地', '下水道堵了，污水往上冒', '一下雨路口就积水，车都开不过去',
    '雨水井堵塞，院子成了水塘', '水表走得不准，水费突然很高', '地下车库渗水', '供水管道漏水好几天了', '化粪池满溢到路上',
    'No water since this morning', 'Tap water is yellow and smells', 'A water main has burst in the street', 'The drain is blocked and overflows', 'The crossing floods whenever it rains',
  ],
  power: [
    '小区又停电了，什么时候来电', '电线垂得很低，一伸手就能碰到', '变压器冒火花，很吓人', '电压不稳，电器经常跳闸', '电线杆倾斜要倒了', '电表箱门坏了，线裸露',
    '飞线乱拉，怕着火', '夏天一到晚上就跳闸停电', '线路老化冒烟', '电费扣错了，电表有问题', '台风把电线刮断了',
    'Power cut again tonight', 'Electric cables hang very low', 'The transformer is sparking', 'The voltage drops and appliances trip', 'An electricity pole is about to fall',
  ],
  property: [
    '电梯经常困人，物业不修', '物业费涨价没有公示', '物业保安形同虚设，外人随便进', '小区门禁坏了物业不管', '公共维修基金使用不透明', '物业不打扫楼道卫生',
    '外墙瓷砖脱落，物业推诿', '业委会换届物业不配合', '物业乱收停车费装修押金', '消防栓没水，物业没有维护', '屋顶漏水报修物业半年没有人来',
    'The lift keeps breaking down and management does nothing', 'Property fees went up without notice', 'The gate is broken and the management company ignores it', 'Roof leaks and property management will not repair it', 'Maintenance fund is not transparent',
  ],
  parking: [
    '车辆乱停堵住消防通道', '人行道上停满了汽车，只能走马路', '私家车占用无障碍车位', '门口违停，救护车进不来', '共享单车乱堆放挡路', '电动车充电桩不够用',
    '有人装地锁霸占公共车位', '货车长期停在路边', '僵尸车占着车位好几年', '学校门口接送车辆乱停乱放', '停车位太少，晚上回来没地方停',
    'Cars block the fire lane', 'Parked cars cover the pavement', 'Someone installed a lock on a public parking space', 'An abandoned car has taken a space for years', 'Shared bikes are piled up and block the way',
  ],
  dispute: [
    '楼上漏水到我家，邻居不肯赔', '邻居在楼道堆杂物，说了也不听', '隔壁占用公共通道建小屋', '和邻居因为宅基地边界吵架', '楼上天天跺脚，沟通没有用', '邻居养鸡太臭，调解一下',
    '邻居把空调水滴到我家阳台', '两家因为采光争执', '邻居打人骂人，请社区调解', '老人赡养兄弟之间闹矛盾', '邻居封堵了共用的后门',
    'Water leaks from the flat above and the neighbour refuses to pay', 'My neighbour blocks the shared corridor with his things', 'Quarrel with next door about the boundary', 'Please mediate between us and our neighbours', 'Neighbour keeps shouting and threatens us',
  ],
  care: [
    '独居老人没人照顾，想申请助餐', '高龄补贴怎么申请', '残疾证换证不知道去哪里', '轮椅上不了台阶，想装坡道', '老人走失了怎么登记手环', '长护险评估等了很久',
    '低保户的护理补贴没有到账', '社区养老服务站什么时候开门', '老人想办居家养老服务', '残疾人盲杖和助听器补助', '瘫痪在床的母亲需要上门护理',
    'My elderly mother lives alone and needs meals delivered', 'How to apply for the old age allowance', 'We need a wheelchair ramp at the entrance', 'Disability certificate has to be renewed', 'Home care for a bedridden person',
  ],
  environment: [
    '河水发黑发臭，有人排污水', '饭店油烟直排，熏得不能开窗', '工地扬尘没有遮盖', '工厂烟囱冒黑烟，气味刺鼻', '有人露天焚烧秸秆', '养殖场粪水流进沟里',
    '喷漆店气味大，头晕', '池塘死鱼漂了一片', '绿化树枯死，有人砍树', '化工味晚上特别重', '渣土车沿路撒土灰尘大',
    'The river is black and stinks', 'Restaurant fumes blow into our windows', 'Dust from the building site is not covered', 'Factory smoke with a sharp smell', 'Somebody burns straw in the open',
  ],
  advice: [
    '建议社区多办一些亲子活动', '建议增加一个公交站点', '希望开放学校操场给居民锻炼', '建议周末也能办理业务', '希望公开社区经费使用情况', '提个建议，办事大厅能不能增加叫号机',
    '建议在公园增设休息座椅', '表扬社区工作人员服务热情', '希望组织居民代表大会听听意见', '建议老楼加装电梯的政策多宣传', '意见：办事流程太复杂，应当简化',
    'I suggest more activities for families', 'Please open the service hall at weekends', 'Suggestion to open the school playground to residents', 'Thank you to the staff for their kind help', 'Procedures should be simpler',
  ],
}

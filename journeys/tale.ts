import type { Language } from './say.ts'

/** What the people of the lamp's story say, each in the reader's language. */
export interface Tale {
  town: string
  village: string
  category: string
  replyClock: string
  words: string
  address: string
  acceptWords: string
  note: string
  cause: string
  tried: string
  instruction: string
  lampReport: string
  powerReport: string
  answer: string
  ratingWords: string
}

export const tales: Record<Language, Tale> = {
  zh: {
    town: '春晖街道',
    village: '梧桐社区',
    category: '路灯照明',
    replyClock: '15 小时内答复',
    words: '12号楼前的路灯坏了三天，晚上台阶看不清，昨天有位老人差点摔倒。',
    address: '梧桐里 12 号 3 幢门口',
    acceptWords: '已派人到现场查看，请先从东侧通道绕行。',
    note: '到现场看过：换了灯泡还是不亮，灯杆底部线路老化，居委会没有条件维修。',
    cause: '灯杆线路老化，要停电检修，超出居委会的能力。',
    tried: '已更换灯泡，在台阶处加装了反光条，请物业临时照明。',
    instruction: '三个工作日内修复；需要停电时由供电公司配合，修好后附照片。',
    lampReport: '更换了灯杆线路和灯头，18 时 20 分恢复照明。',
    powerReport: '已配合停电四十分钟，送电正常。',
    answer: '12号楼前的路灯已经修好：更换了老化线路和灯头，今晚起恢复照明。谢谢您告诉我们。',
    ratingWords: '修得很快，晚上下楼放心了。',
  },
  en: {
    town: 'Chunhui Subdistrict',
    village: 'Wutong Community',
    category: 'Street lights',
    replyClock: 'Reply within 15',
    words: 'The street lamp in front of building 12 has been out for three days. The steps can’t be seen at night; yesterday an old man nearly fell.',
    address: '12 Wutong Lane, entrance 3',
    acceptWords: 'We are sending somebody to look. Please use the path on the east side until then.',
    note: 'Went there: a new bulb stays dark, the cable at the foot of the pole is worn out. The committee can’t repair that.',
    cause: 'The pole’s cable is worn out; the power must be cut for the repair, which is beyond the committee’s means.',
    tried: 'Changed the bulb, put reflecting strips on the steps, asked the property manager for a portable light.',
    instruction: 'Repair within three working days; the power company helps where the power must be cut. Add a photo when done.',
    lampReport: 'New cable and lamp head; the lamp has been lit since 18:20.',
    powerReport: 'Power cut for forty minutes as asked, back to normal.',
    answer: 'The lamp in front of building 12 is repaired: new cable and lamp head, lit again from tonight. Thank you for telling us.',
    ratingWords: 'Quickly done. I feel safe on the steps again.',
  },
}

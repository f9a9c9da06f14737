import type { Refusal } from '#server/kernel/refusal.ts'

/** The privacy notice in force. A new version asks everybody again. */
export const privacyNotice = {
  version: '2026-11',
  text: {
    zh: `我们只收集办理您的事情所必需的信息。
一、收集什么：您的手机号（登录和联系您）；您填写的姓名、地址、文字和照片（办理您反映的事）。照片中的拍摄地点等附加信息会被自动清除。
二、谁能看到：受理和承办您这件事的单位。姓名、电话、住址平时打星号显示；工作人员要看完整内容，必须写明目的，每次查看都会记录，您随时可以在“我的—我的信息”里看到是谁、什么时候、为什么看过。
三、是否公开：您的事默认不公开。只有您选择公开、并经受理单位去除个人信息后，其他居民才能看到。
四、保存多久：事项办结后保存三年；账号信息保存到您注销为止。
五、您的权利：在“我的”里可以查询平台存了您的哪些信息、更正姓名；撤回同意或要求删除，请到社区居委会、村委会当面办理。`,
    en: `We collect only what is needed to handle your matter.
1. What: your phone number (to sign in and to reach you); the name, address, words and photos that you give (to handle what you report). Where a photo was taken and other hidden details are removed automatically.
2. Who sees it: the bodies that take in and handle your matter. Names, phones and addresses are masked; staff who need to see one must state why, every look is recorded, and you can see under “Me – My data” who looked, when and why.
3. Public or not: your matter is private unless you choose otherwise, and then only after the personal parts were removed at intake.
4. How long: three years after the matter is closed; account data until you close the account.
5. Your rights: under “Me” you see what is held on you and correct your name; to withdraw consent or have data erased, go to your committee in person.`,
  },
} as const

/** A new resident agrees to the notice in force before anything of theirs is kept. */
export function whyNotConsent(version: string | undefined): Refusal | undefined {
  return version === privacyNotice.version ? undefined : 'consent.needed'
}

/** Residents agree to each version of the notice; staff act by law and contract, and are not asked. */
export function needsConsent(app: 'resident' | 'office', consents: readonly { version: string }[]): boolean {
  return app === 'resident' && !consents.some(({ version }) => version === privacyNotice.version)
}

import type { Refusal } from '#server/kernel/refusal.ts'

const charactersMin = 12
const differentMin = 6

/** What is left of the favourites when digits and signs are taken away: 12 characters are soon filled up with those. */
const favourites = new Set([
  'password', 'passwordpassword', 'passwd', 'pass', 'word', 'pwd', 'admin', 'adminadmin', 'administrator', 'root', 'user', 'guest', 'test',
  'welcome', 'login', 'letmein', 'secret', 'default', 'system', 'computer', 'internet', 'iloveyou', 'ilove', 'love', 'monkey', 'dragon',
  'sunshine', 'princess', 'football', 'superman', 'master', 'hello', 'helloworld', 'abc', 'abcd', 'abcdef', 'abcabc', 'aabbcc', 'aaa', 'a',
  'qwe', 'qwer', 'qwert', 'qwerty', 'qwertyui', 'qwertyuiop', 'qwertyuiopasdf', 'qwertyuiopasdfghjkl', 'asd', 'asdf', 'asdfgh', 'asdfghjkl',
  'zxc', 'zxcv', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'qazwsxedcrfv', 'qweasd', 'qweasdzxc', 'qweqwe', 'poiuytrewq',
  'woaini', 'woainima', 'woaiwojia', 'woaizhongguo', 'woaimama', 'woaibaobei', 'woaiwoziji', 'wodemima', 'mima', 'zhongguo', 'zhonghua',
  'zhongguoren', 'beijing', 'shanghai', 'nihao', 'nihaoma', 'caonima', 'aini', 'ainiyiwannian', 'laopo', 'laogong', 'baobao', 'baobei',
  'gongzhi', 'shequ', 'jiedao', 'wangge', 'juweihui', 'cunweihui', 'zhengfu', 'guanliyuan', 'yonghu', 'xitong', 'bangong',
  '密码', '我的密码', '管理员', '我爱你', '中国', '你好', '社区', '街道', '居委会', '政府',
])

/** Numbers that are written out of love, luck or habit. */
const favouriteNumbers = ['520', '1314', '521', '5201314', '7758', '888', '666', '168', '123', '321', '147', '258', '369', '159', '753', '000', '111']

/**
 * Length counts most: a sentence is better than signs. Refused are short ones, the account's own name, few different
 * characters, a piece said again and again, runs of the keyboard or the alphabet, and the favourites of the leaked lists.
 */
export function whyNotPassword(password: string, login: string): Refusal | undefined {
  const plain = password.toLowerCase()
  const isWeak =
    [...password].length < charactersMin ||
    new Set(plain).size < differentMin ||
    plain.includes(login.toLowerCase()) ||
    /^(.+?)\1+$/u.test(plain) ||
    isRun(plain) ||
    isFavourite(plain)
  return isWeak ? 'password.too_weak' : undefined
}

/** Characters one after another, such as 123456789012 or abcdefghijkl. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0)!)
  const steps = codes.slice(1).map((code, i) => code - codes[i]!)
  return steps.filter((step) => step === 1 || step === -1).length > steps.length * 0.7
}

/** A favourite word with digits and signs around it, or nothing but favourite numbers and a letter or two. */
function isFavourite(password: string): boolean {
  const spelled = password.replaceAll('@', 'a').replaceAll('$', 's').replaceAll(/(?<=\p{L})0(?=\p{L})/gu, 'o')
  const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, '')
  if (favourites.has(letters(password)) || favourites.has(letters(spelled))) return true
  const left = favouriteNumbers.reduce((rest, number) => rest.replaceAll(number, ''), password.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return [...left].length <= 3
}

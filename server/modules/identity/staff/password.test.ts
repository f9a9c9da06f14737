import { describe, expect, test } from 'vitest'
import { whyNotPassword } from './password.ts'

describe('a password', () => {
  test.each([
    'correct horse battery staple', 'gongzhi-demo-2026', '春天的社区门口有两棵梧桐树', 'tR7!kq9#Lm2x', 'wo jia zai jiangbian 3 lou', 'zhouweiping-likes-tea',
  ])('%s is strong enough', (password) => expect(whyNotPassword(password, 'chenjing')).toBeUndefined())

  test.each([
    ['short', 'tR7!kq9#Lm2'], ['the account’s name', 'I-am-ChenJing-2026'], ['few different characters', 'ababcabcabab'], ['one piece again and again', 'hk7Lmqhk7Lmq'],
    ['a run of numbers', '123456789012'], ['the alphabet', 'abcdefghijklmn'], ['backwards', 'nmlkjihgfedcb'], ['the keyboard', 'qwertyuiop123'],
    ['“password” in disguise', 'P@ssw0rd2026!!'], ['an administrator', 'Admin@123456789'], ['I love you', 'woaini5201314520'], ['only lucky numbers', '5201314-888-666-168'],
    ['China and a date', 'zhongguo19491001'], ['my password', '我的密码1234567890'], ['left hand column', '1qaz2wsx3edc'],
  ])('%s: %s is too weak', (_, password) => expect(whyNotPassword(password, 'chenjing')).toBe('password.too_weak'))
})

import { expect, test } from 'vitest'
import { deviceWords } from './device-words.ts'

test.each([
  ['Mozilla/5.0 (Linux; Android 14; PJF110) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36', '安卓手机 · Chrome', 'Android · Chrome'],
  ['Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.49', '安卓手机 · 微信', 'Android · WeChat'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1', 'iPhone · Safari', 'iPhone · Safari'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Windows 电脑 · Edge', 'Windows · Edge'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Linux 电脑 · Firefox', 'Linux · Firefox'],
  ['curl/8.5.0', null, null],
])('%s', (described, zh, en) => {
  expect(deviceWords(described, 'zh')).toBe(zh)
  expect(deviceWords(described, 'en')).toBe(en)
})

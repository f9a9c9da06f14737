import { randomInt } from 'node:crypto'
import { requestPhoneCode } from '#contract/identity.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { personPhone } from './personal.ts'
import { keepPhoneCode } from './session.sql.ts'

const toPhone: Limit = { name: 'code to phone', triesMax: 5, perSeconds: 3_600, refusal: 'code.too_many' }
const toPhoneSoon: Limit = { name: 'code to phone soon', triesMax: 1, perSeconds: 50, refusal: 'code.too_many' }
const fromAddress: Limit = { name: 'code from address', triesMax: 60, perSeconds: 3_600, refusal: 'code.too_many' }
const expiresInSeconds = 300

export default operation(requestPhoneCode, anyone, async ({ body, db, change, vault, sms, config, now, address, language }) => {
  await countTry(db, vault, fromAddress, address, now)
  await countTry(db, vault, toPhone, body.phone, now)
  if (!config.demo) await countTry(db, vault, toPhoneSoon, body.phone, now)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const phoneIndex = vault.index(personPhone.name, body.phone)
  const until = new Date(now.getTime() + expiresInSeconds * 1000)
  await change('no county', (tx) => keepPhoneCode(tx, phoneIndex, vault.hash('phone code', code + body.phone), now, until))
  await sms.send(body.phone, textOf(code, language))
  return { expiresInSeconds, again: { afterSeconds: config.demo ? 1 : toPhoneSoon.perSeconds }, ...(config.demo && { demoCode: code }) }
})

const textOf = (code: string, language: 'zh' | 'en') =>
  language === 'zh'
    ? `【共治】您的登录验证码是 ${code}，5 分钟内有效。请勿告诉他人。`
    : `[Gongzhi] Your sign-in code is ${code}, valid for 5 minutes. Tell it to nobody.`

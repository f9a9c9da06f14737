import type { Rooms } from '#server/kernel/rooms.ts'
import { demoPassword, residents, team, type CastResident } from './cast.ts'

/** Says where everything is, once the product answers; in demo mode also who may come in. */
export function welcome({ config }: Rooms): void {
  const at = config.publicUrl
  console.log(`
  Gongzhi 共治 is open.

  Residents 居民      ${at}/
  Office 工作台       ${at}/office/
  API 接口            ${at}/api/
${config.demo ? demoLogins() : ''}`)
}

function demoLogins(): string {
  const staff = Object.values(team).map((one) => `    ${one.login.padEnd(12)} ${one.title.en}, ${one.body.en}`)
  const people = Object.values<CastResident>(residents).map((one) => `    ${one.phone}  ${one.en}`)
  return `
  Demo logins 演示账号
  Office: password ${demoPassword}; the sign-in page shows each account’s current code
${staff.join('\n')}
  Residents: by phone; the code appears on screen
${people.join('\n')}
`
}

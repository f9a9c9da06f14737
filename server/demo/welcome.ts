import type { Rooms } from '#server/kernel/rooms.ts'

/** Says where everything is, once the product answers. */
export async function welcome({ config }: Rooms): Promise<void> {
  const at = config.publicUrl
  console.log(`
  Gongzhi 共治 is open.

  Residents 居民        ${at}/
  Office 工作台         ${at}/office/
  API                   ${at}/api/ (${at}/api/v1/openapi.json)
`)
}

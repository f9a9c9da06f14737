import sharp from 'sharp'

export interface PhotoFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A photo as a phone takes it: an evening street before a house, its lamp dark or lit. Drawn, so nobody and no place is on it. */
export async function photographStreet(lamp: 'dark' | 'lit'): Promise<PhotoFile> {
  const buffer = await sharp(Buffer.from(street(lamp))).jpeg({ quality: 82 }).toBuffer()
  return { name: `lamp-${lamp}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** A manhole cover in the pavement, with its plate: broken, or put right. */
export async function photographCover(state: 'broken' | 'whole'): Promise<PhotoFile> {
  const buffer = await sharp(Buffer.from(cover(state))).jpeg({ quality: 82 }).toBuffer()
  return { name: `cover-${state}.jpg`, mimeType: 'image/jpeg', buffer }
}

const cover = (state: 'broken' | 'whole') => `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="1600" height="1200">
  <rect width="1600" height="1200" fill="#77736b"/>
  <g stroke="#5f5b54" stroke-width="6">${Array.from({ length: 7 }, (_, i) => `<path d="M0 ${i * 190 + 40}h1600M${i * 260 + 60} 0v1200"/>`).join('')}</g>
  <ellipse cx="800" cy="620" rx="440" ry="330" fill="#2b2b2d"/><ellipse cx="800" cy="612" rx="410" ry="304" fill="#4b4c4e"/>
  <g stroke="#38393b" stroke-width="14" fill="none"><ellipse cx="800" cy="612" rx="320" ry="236"/><ellipse cx="800" cy="612" rx="220" ry="160"/><ellipse cx="800" cy="612" rx="110" ry="78"/></g>
  ${state === 'broken' ? '<path d="M760 600 1010 380q170 80 190 220l-60 130-190-20-80 90-120-60z" fill="#0c0c0d"/><path d="m760 600-240-150M880 800l-60 108M950 710l220 90" stroke="#141415" stroke-width="12"/>' : '<path d="M560 470q120-70 240-70" stroke="#6d6e71" stroke-width="16" fill="none"/>'}
</svg>`

const street = (lamp: 'dark' | 'lit') => `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="1600" height="1200">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#16203a"/><stop offset=".62" stop-color="#40486a"/><stop offset="1" stop-color="#8a6a66"/>
    </linearGradient>
    <linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2c2b31"/><stop offset="1" stop-color="#17161a"/></linearGradient>
    <radialGradient id="glow"><stop offset="0" stop-color="#fff0c0" stop-opacity=".95"/><stop offset=".25" stop-color="#ffd98a" stop-opacity=".5"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="2.2"/></filter>
  </defs>
  <rect width="1600" height="820" fill="url(#sky)"/>
  <g filter="url(#soft)">
    ${house(-40, 300, 420, 560, '#1f2430', 5, 4)}
    ${house(400, 380, 300, 480, '#252a37', 4, 4)}
    ${house(1080, 260, 560, 600, '#1c212c', 6, 5)}
    <path d="M700 860q40-150 110-170t120 60q70-10 90 110z" fill="#131a17"/>
  </g>
  <path d="M0 850h1600v350H0z" fill="url(#road)"/>
  <path d="M0 850h1600v26H0z" fill="#3b3a40"/>
  <g fill="#34333a"><path d="M930 1010h560l40 46H900z"/><path d="M900 1056h630l44 50H866z" fill="#2b2a30"/><path d="M866 1106h708l50 58H826z" fill="#222126"/></g>
  <path d="M120 1200 560 876h44L300 1200z" fill="#3f3e45" opacity=".5"/>
  ${lamp === 'lit' ? '<ellipse cx="790" cy="1010" rx="560" ry="170" fill="url(#glow)" opacity=".75"/><circle cx="822" cy="272" r="330" fill="url(#glow)"/>' : ''}
  <g stroke="#0d0d10" stroke-linecap="round" fill="none"><path d="M640 1010V250q0-50 60-52l90-2" stroke-width="20"/><path d="M640 1012v-120" stroke-width="34"/></g>
  <path d="M772 186h104l22 54H756z" fill="#101014"/>
  <path d="M764 240h126l-14 20H780z" fill="${lamp === 'lit' ? '#fff6d8' : '#2a2c33'}"/>
</svg>`

/** A house with a few windows lit, always the same ones. */
function house(x: number, y: number, width: number, height: number, wall: string, columns: number, rows: number): string {
  const [across, down] = [width / columns, height / (rows + 1)]
  const windows = Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    const isLit = (at * 7 + columns * 3) % 5 === 0
    return `<rect x="${x + column * across + across * 0.28}" y="${y + 30 + row * down}" width="${across * 0.42}" height="${down * 0.5}" fill="${isLit ? '#e9b96a' : '#2f3644'}"/>`
  })
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${wall}"/>${windows.join('')}`
}

/** An SVG that came as text, as the address of a picture: nothing in it can run. */
export const pictureOfSvg = (svg: string) => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`

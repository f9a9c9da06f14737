/** Where a photo's pictures lie in the store. */
export const photoKeys = (county: number, id: string) => ({
  full: `photos/${county}/${id}/full.jpg`,
  thumb: `photos/${county}/${id}/thumb.jpg`,
})

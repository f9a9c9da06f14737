/** The door of files: what other modules may use. */
export { servePhoto } from './serve-photo.ts'
export { photosOf, usePhotos } from './use-photos.ts'

/** The languages that are shipped beside English: each a chunk of its own, loaded where the app is in that language. */
export const translations = { de: () => import('./de') };

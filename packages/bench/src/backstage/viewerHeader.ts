/** The header that names who signs in. */
export const VIEWER_HEADER = 'x-viewer';

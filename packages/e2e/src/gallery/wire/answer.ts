import { Answer } from '../GalleryState';

/** Answers with something. */
export const answer = <T>(body: T): Answer<T> => ({ body });

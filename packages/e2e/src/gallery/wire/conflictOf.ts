import {
  ContentOf,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Answer } from '../GalleryState';

/** What the backend answers to a conflict: what it is about, and the English of it. */
export function conflictOf(content: ContentOf<Problem>): Answer<never> {
  const problem = toMessage('problem', content);
  return {
    status: 409,
    error: { name: 'ConflictError', message: problem.text, problem },
  };
}

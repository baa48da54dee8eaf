import {
  ContentOf,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** An error of which only the page knows. It says as a problem what is wrong, so that it can be translated. */
export function pageError(
  content: ContentOf<Problem>,
  cause?: unknown,
): Error & { problem: Problem } {
  const problem = toMessage('problem', content);
  return Object.assign(new Error(problem.text, { cause }), { problem });
}

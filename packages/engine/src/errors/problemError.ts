import {
  ContentOf,
  Problem,
  problemSchema,
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** An error that says what is wrong as a problem, too, so that clients can translate it. Its message is the English. */
export function problemError<Reported extends Error>(
  ErrorClass: new (message: string) => Reported,
  content: ContentOf<Problem>,
  cause?: unknown,
): Reported & { problem: Problem } {
  return errorOf(ErrorClass, toMessage('problem', content), cause);
}

/** The same of a problem that has its English. */
export function errorOf<Reported extends Error>(
  ErrorClass: new (message: string) => Reported,
  problem: Problem,
  cause?: unknown,
): Reported & { problem: Problem } {
  return Object.assign(new ErrorClass(problem.text), { cause, problem });
}

/**
 * What an error says is wrong; what others have thrown says it in its message alone.
 *
 * @param otherwise - what the latter is. Default: not known
 */
export function problemOf(
  error: Error,
  otherwise: 'other' | 'gitUnreadable' = 'other',
): Problem {
  const problem =
    'problem' in error
      ? problemSchema.safeParse(error.problem).data
      : undefined;
  return (
    problem ??
    toMessage('problem', {
      id: otherwise,
      parameters: { message: error.message },
    })
  );
}

/** Why something cannot be previewed, where that is what an error says. */
export function reasonOf(error: unknown): Reason | undefined {
  const problem = error instanceof Error ? problemOf(error) : undefined;
  return problem?.id === 'cannotPreview'
    ? problem.parameters.because
    : undefined;
}

import { pageError } from './pageError';

export interface AnswerSchema<T> {
  parse(value: unknown): T;
}

/**
 * What an answer of the backend says.
 *
 * @param route - that was asked, for the error
 * @throws the problem `backendUnreadable` where it is not what the schema says
 */
export function read<T>(
  schema: AnswerSchema<T>,
  answer: () => unknown,
  route: string,
): T {
  try {
    return schema.parse(answer());
  } catch (error) {
    throw pageError({ id: 'backendUnreadable', parameters: { route } }, error);
  }
}

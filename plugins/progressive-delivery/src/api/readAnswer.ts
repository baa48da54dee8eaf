import { pageError } from './pageError';

export interface AnswerSchema<T> {
  parse(value: unknown): T;
}

/** The same of a response that has nothing else in it, see {@link read}. */
export async function readResponse<T>(
  schema: AnswerSchema<T>,
  response: Response,
  route: string,
): Promise<T> {
  const answer: unknown = await response.json();
  return read(schema, () => answer, route);
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

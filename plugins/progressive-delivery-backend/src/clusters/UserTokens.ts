import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';

/** As the proxy of the Kubernetes plugin names the headers that carry users' tokens, in lower case. */
const HEADER = /^backstage-kubernetes-authorization-[a-z0-9-]+$/;

const MOST_TOKENS = 10;

/** Longer than any sign-in's token, in characters. */
const LONGEST_TOKEN = 16_384;

/**
 * The tokens with which a user signs in at clusters, of one request. They are kept as long as the request is, and neither
 * logged nor put into an error.
 */
export class UserTokens {
  static readonly none = new UserTokens(new Map());

  /**
   * Takes the tokens from a request's headers.
   *
   * @throws InputError where there are more, or longer ones, than any user has
   */
  static of(request: {
    headers: Record<string, string | string[] | undefined>;
  }): UserTokens {
    const tokens = new Map<string, string>();
    for (const [name, value] of Object.entries(request.headers)) {
      if (HEADER.test(name) && typeof value === 'string' && value !== '') {
        tokens.set(name, value);
      }
    }
    if (
      tokens.size > MOST_TOKENS ||
      Array.from(tokens.values()).some(({ length }) => length > LONGEST_TOKEN)
    ) {
      throw new InputError(
        `A request carries at most ${MOST_TOKENS} tokens for clusters, each of at most ${LONGEST_TOKEN} characters`,
      );
    }
    return new UserTokens(tokens);
  }

  private constructor(private readonly tokens: ReadonlyMap<string, string>) {}

  get isEmpty(): boolean {
    return this.tokens.size === 0;
  }

  /** The token that a header carries. */
  get(header: string): string | undefined {
    return this.tokens.get(header);
  }

  /** The same for the same token only; the token cannot be told from it. */
  keyOf(header: string): string {
    return createHash('sha256')
      .update(this.tokens.get(header) ?? '')
      .digest('hex');
  }

  /** Nothing of it, wherever it may be written to. */
  toJSON(): string {
    return `${this.tokens.size} tokens`;
  }
}

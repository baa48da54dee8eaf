import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod/v4';
import { cannotPreview } from '../../cannotPreview';
import { ChartRepositoryClient } from '../repositories/ChartRepositoryClient';

const TOKEN_LIMIT = 64 * 1024;

const tokenSchema = z
  .object({ token: z.string(), access_token: z.string() })
  .partial()
  .transform(({ token, access_token: accessToken }) => token ?? accessToken)
  .pipe(z.string().regex(/^[\x21-\x7e]+$/));

/**
 * Gets the token that a registry asks for (distribution's token authentication), to pull from one repository.
 *
 * @throws NotAllowedError where its token service is not a host that may be contacted, or refuses
 */
export async function requestToken(
  client: ChartRepositoryClient,
  { realm, service }: { realm?: string; service?: string },
  options: {
    /** The `Authorization` of the configuration, which is for the token service. */
    configured: string | undefined;
    /** Name of the repository in the registry. */
    repository: string;
    /** As messages call it. */
    registry: string;
    signal?: AbortSignal;
  },
): Promise<string> {
  const { configured, registry, repository, signal } = options;
  if (!realm || !URL.canParse(realm)) {
    throw cannotPreview(
      { id: 'registryWithoutRealm', parameters: { repository: registry } },
      ServiceUnavailableError,
    );
  }
  const url = new URL(realm);
  if (service) {
    url.searchParams.set('service', service);
  }
  // Whatever it asks for: nobody needs more than to pull.
  url.searchParams.set('scope', `repository:${repository}:pull`);
  const { body } = await client.read({
    url,
    accept: 'application/json',
    limit: TOKEN_LIMIT,
    authorization: configured,
    signal,
  });
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString('utf8'));
  } catch {
    answer = undefined;
  }
  const token = tokenSchema.safeParse(answer);
  if (!token.success) {
    throw cannotPreview(
      { id: 'registryWithoutToken', parameters: { repository: registry } },
      ServiceUnavailableError,
    );
  }
  return `Bearer ${token.data}`;
}

/** What a registry says of its token service in `WWW-Authenticate`, where other ways may stand beside that. */
export function bearerChallenge(
  header: string,
): { realm?: string; service?: string } | undefined {
  const bearer = /(?:^|,)\s*Bearer\s+((?:\w+="[^"]*"\s*(?:,\s*|$))+)/i.exec(
    header,
  );
  return (
    (bearer &&
      Object.fromEntries(
        Array.from(
          bearer[1].matchAll(/(\w+)="([^"]*)"/g),
          ([, name, value]) => [name.toLowerCase(), value],
        ),
      )) ??
    undefined
  );
}

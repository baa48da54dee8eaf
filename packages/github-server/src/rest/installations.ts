import { GithubState, InstalledApp } from '../state/GithubState';
import { RestAnswer } from './operations';
import { Addresses, userPayload } from './payloads';

const OWNER = 'platform';

function permissionsOf({ may }: InstalledApp): Record<string, string> {
  return { contents: may, metadata: 'read', pull_requests: may };
}

/** `GET /app/installations`: the one of the organization that has the repositories. */
export function installations(
  app: InstalledApp,
  addresses: Addresses,
): RestAnswer {
  const { api, pages } = addresses;
  const now = new Date().toISOString();
  return {
    status: 200,
    body: [
      {
        id: app.id,
        client_id: `Iv1.${app.slug}`,
        app_id: app.id,
        app_slug: app.slug,
        // The description has it as a user and an enterprise at once.
        account: {
          ...userPayload(OWNER, addresses),
          name: OWNER,
          slug: OWNER,
          created_at: now,
          updated_at: now,
        },
        target_id: 1,
        target_type: 'Organization',
        repository_selection: 'all',
        permissions: permissionsOf(app),
        events: [],
        single_file_name: null,
        has_multiple_single_files: false,
        single_file_paths: [],
        access_tokens_url: `${api}/app/installations/${app.id}/access_tokens`,
        repositories_url: `${api}/installation/repositories`,
        html_url: `${pages}/organizations/${OWNER}/settings/installations/${app.id}`,
        created_at: now,
        updated_at: now,
        suspended_by: null,
        suspended_at: null,
      },
    ],
  };
}

/** `POST /app/installations/{installation_id}/access_tokens`: a token for an hour. */
export function accessToken(
  app: InstalledApp,
  state: Pick<GithubState, 'token'>,
): RestAnswer {
  return {
    status: 201,
    body: {
      token: state.token({
        login: `${app.slug}[bot]`,
        type: 'Bot',
        may: app.may,
      }),
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      permissions: permissionsOf(app),
      repository_selection: 'all',
    },
  };
}

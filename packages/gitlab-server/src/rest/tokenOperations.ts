import { User } from '../state/User';
import { RestAnswer } from './operations';
import { Addresses, userId, userPayload } from './payloads';

/** What is answered about the token itself, each under its name in the description. */
export const tokenOperations: Record<
  string,
  (user: User, addresses: Addresses) => RestAnswer
> = {
  'GET /user': ({ username }, addresses) => ({
    status: 200,
    body: userPayload(username, addresses),
  }),

  'GET /personal_access_tokens/self': ({ scopes, username }) => ({
    status: 200,
    body: {
      id: userId(`token of ${username}`),
      name: 'backstage',
      revoked: false,
      active: true,
      user_id: userId(username),
      scopes,
      created_at: '2026-01-01T12:00:00.000Z',
      expires_at: '2026-12-31',
    },
  }),
};

import {
  ApiDescription,
  matchOperation,
} from '@progressive-delivery/git-server';
import { Account } from '../state/Account';
import { GithubState } from '../state/GithubState';
import { accessToken, installations } from './installations';
import { DescriptionName, loadDescription } from './loadDescription';
import { operations, RestAnswer, restError } from './operations';
import { Addresses } from './payloads';

const INSTALLATIONS = 'GET /app/installations';
const ACCESS_TOKENS = 'POST /app/installations/{installation_id}/access_tokens';
const OPERATIONS = [INSTALLATIONS, ACCESS_TOKENS, ...Object.keys(operations)];

export interface RestRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  authorization: string | undefined;
  account: Account | undefined;
}

export interface JudgedAnswer extends RestAnswer {
  /** What is not as GitHub's description has it. */
  problems: string[];
}

/** The operations of GitHub's REST API that are served, each judged by GitHub's own description of it. */
export class RestApi {
  static load(description: DescriptionName, state: GithubState): RestApi {
    return new RestApi(loadDescription(description), state);
  }

  private constructor(
    private readonly description: ApiDescription,
    private readonly state: GithubState,
  ) {}

  answer(request: RestRequest, addresses: Addresses): JudgedAnswer {
    const { body, method, path, query } = request;
    const found = matchOperation(OPERATIONS, method, path);
    if (!found) {
      return {
        ...restError(404, 'Not Found'),
        problems: [`${method} ${path} is not served`],
      };
    }
    const { operation, parameters } = found;
    const problems = this.description.requestProblems(operation, {
      path: parameters,
      query,
      body,
    });
    const answer =
      problems.length > 0
        ? restError(422, `Invalid request: ${problems.join('; ')}`)
        : this.perform(operation, parameters, request, addresses);
    return {
      ...answer,
      problems: [...problems, ...this.judge(operation, answer)],
    };
  }

  /** What is wrong with an answer to an operation, such as one about rate limits. */
  judgeAt(method: string, path: string, answer: RestAnswer): string[] {
    const found = matchOperation(OPERATIONS, method, path);
    return found ? this.judge(found.operation, answer) : [];
  }

  private judge(operation: string, { body, status }: RestAnswer): string[] {
    return this.description.answerProblems(operation, status, body);
  }

  private perform(
    operation: string,
    path: Record<string, string>,
    { account, authorization, body, query }: RestRequest,
    addresses: Addresses,
  ): RestAnswer {
    if (operation === INSTALLATIONS || operation === ACCESS_TOKENS) {
      const app = this.state.apps.find(({ key }) => key.signed(authorization));
      if (!app) {
        return restError(401, 'A JSON web token could not be decoded');
      }
      return operation === INSTALLATIONS
        ? installations(app, addresses)
        : accessToken(app, this.state);
    }
    if (!account) {
      return restError(401, 'Bad credentials');
    }
    const repository = this.state.repository(`${path.owner}/${path.repo}`);
    if (!repository) {
      return restError(404, 'Not Found');
    }
    const { answer, permission } = operations[operation];
    if (permission.endsWith('=write') && account.may === 'read') {
      const by =
        account.type === 'Bot' ? 'integration' : 'personal access token';
      return restError(403, `Resource not accessible by ${by}`, {
        'x-accepted-github-permissions': permission,
      });
    }
    if (permission.endsWith('=write') && repository.archived) {
      return restError(403, 'Repository was archived so is read-only.');
    }
    return answer({ account, addresses, body, path, query, repository });
  }
}

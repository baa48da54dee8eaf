import {
  ApiDescription,
  matchOperation,
} from '@progressive-delivery/git-server';
import { GitlabState } from '../state/GitlabState';
import { ROLES, User } from '../state/User';
import { description } from './description';
import { operations, RestAnswer, restError } from './operations';
import { Addresses } from './payloads';
import { tokenOperations } from './tokenOperations';

const OPERATIONS = [
  ...Object.keys(tokenOperations),
  ...Object.keys(operations),
];

export interface RestRequest {
  method: string;
  /** Below `/api/v4`. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  user: User | undefined;
}

export interface JudgedAnswer extends RestAnswer {
  /** What is not as the description has it. */
  problems: string[];
}

/** The operations of GitLab's REST API that are served, each judged by the description of it. */
export class RestApi {
  private readonly description = ApiDescription.read(
    JSON.stringify(description),
  );

  constructor(private readonly state: GitlabState) {}

  answer(request: RestRequest, addresses: Addresses): JudgedAnswer {
    const { body, method, path, query } = request;
    const found = matchOperation(OPERATIONS, method, path);
    if (!found) {
      return {
        ...restError(404, '404 Not Found'),
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
        ? { status: 400, body: { error: problems.join(', ') } }
        : this.perform(operation, parameters, request, addresses);
    return {
      ...answer,
      problems: [
        ...problems,
        ...this.description.answerProblems(
          operation,
          answer.status,
          answer.body,
        ),
      ],
    };
  }

  private perform(
    operation: string,
    path: Record<string, string>,
    { body, query, user }: RestRequest,
    addresses: Addresses,
  ): RestAnswer {
    if (!user) {
      return restError(401, '401 Unauthorized');
    }
    if (Object.hasOwn(tokenOperations, operation)) {
      return tokenOperations[operation](user, addresses);
    }
    const { answer, writes } = operations[operation];
    if (writes && !user.scopes.includes('api')) {
      return {
        status: 403,
        body: {
          error: 'insufficient_scope',
          error_description:
            'The request requires higher privileges than provided by the access token.',
          scope: 'api',
        },
      };
    }
    const project = this.state.project(path.id);
    if (!project) {
      return restError(404, '404 Project Not Found');
    }
    // Of an archived project, members keep what they may read.
    if (writes && (ROLES[user.role] < ROLES.developer || project.archived)) {
      return restError(403, '403 Forbidden');
    }
    return answer({ user, project, addresses, path, query, body });
  }
}

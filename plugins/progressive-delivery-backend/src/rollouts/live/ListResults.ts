import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import pLimit from 'p-limit';
import { problemOf } from '@progressive-delivery/engine';
import { distinctProblems } from '../objects/distinctProblems';
import { Listed } from './NamespaceList';

/** Lists that one question sends to a cluster at the same time. */
const CONCURRENT_LISTS = 8;

/** What a cluster may answer without any fault of ours; an InputError is about a name that others have chosen. */
const CLUSTER_ERRORS = new Set([
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/** The answers to one question: what could be read, as of when, and what could not. */
export class ListResults {
  static create(options: { logger: LoggerService }): ListResults {
    return new ListResults(options);
  }

  private readonly found: Problem[] = [];
  private readonly limit = pLimit(CONCURRENT_LISTS);
  private earliest = new Date();

  private constructor(private readonly options: { logger: LoggerService }) {}

  /** What a cluster lists; `undefined` where it refuses or fails, which is then one of the problems. */
  async add<T>(list: () => Promise<Listed<T>>): Promise<Listed<T> | undefined> {
    try {
      const listed = await this.limit(list);
      if (listed.askedAt < this.earliest) {
        this.earliest = listed.askedAt;
      }
      return listed;
    } catch (error) {
      if (!isError(error) || !CLUSTER_ERRORS.has(error.name)) {
        throw error;
      }
      this.options.logger.debug('A cluster could not be read', error);
      this.addProblem(problemOf(error));
      return undefined;
    }
  }

  addProblem(problem: Problem): void {
    this.found.push(problem);
  }

  get problems(): Problem[] {
    return distinctProblems(this.found);
  }

  /** No answer is older. */
  get observedAt(): Date {
    return this.earliest;
  }
}

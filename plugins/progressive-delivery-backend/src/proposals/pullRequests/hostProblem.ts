import {
  ContentOf,
  HostProblem,
  HostQuestion,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { HostAccount } from '../gitHosts/GitHost';
import { HostFailure } from '../gitHosts/HostResult';

export type HostQuestionId = ContentOf<HostQuestion>['id'];

/** What a Git host was asked. */
export interface AskedQuestion {
  question: HostQuestionId;
  repository: string;
}

/** What a Git host did not do, who lacks which access where, and what it said about it. */
export function hostProblem(
  failure: HostFailure,
  account: HostAccount,
  question: AskedQuestion,
): Problem {
  const problem = toMessage('problem', unsaid(failure, account, question));
  const { said } = failure;
  return said
    ? toMessage('problem', {
        id: 'hostSaid',
        parameters: { problem, product: account.product, said },
      })
    : problem;
}

function unsaid(
  failure: HostFailure,
  { adding, host, integration, name, needs, product, replacing }: HostAccount,
  { question: id, repository }: AskedQuestion,
): ContentOf<HostProblem> {
  const at = { product, host };
  const asked = {
    question: toMessage('hostQuestion', { id, parameters: {} }),
    repository,
  };
  const account = toMessage('accountName', name);
  const { outcome } = failure;
  switch (outcome) {
    case 'unauthorized':
      return failure.because === 'missing'
        ? {
            id: 'hostCredentialsMissing',
            parameters: {
              repository,
              integration,
              remedy: toMessage('credentialsRemedy', adding),
            },
          }
        : {
            id: 'hostRejectsCredentials',
            parameters: {
              ...at,
              integration,
              remedy: toMessage('credentialsRemedy', replacing),
            },
          };
    case 'forbidden':
      return {
        id: 'hostForbids',
        parameters: {
          ...asked,
          account,
          needs: toMessage('neededAccess', failure.needs ?? needs),
        },
      };
    case 'notFound':
      return {
        id: 'hostFindsNothing',
        parameters: { ...at, ...asked, account },
      };
    case 'rateLimited':
      return {
        id: 'hostRateLimited',
        parameters: {
          ...at,
          ...asked,
          account,
          until: { time: failure.until },
        },
      };
    case 'unavailable':
      return {
        id: 'hostUnavailable',
        parameters: {
          ...at,
          ...asked,
          fault: toMessage('hostFault', failure.because),
        },
      };
    case 'refused':
      return {
        id: 'hostRefused',
        parameters: {
          ...at,
          ...asked,
          hostRefusal: toMessage('hostRefusal', {
            id: failure.because,
            parameters: {},
          }),
        },
      };
    default:
      return outcome satisfies never;
  }
}

import { isError, stringifyError } from '@backstage/errors';
import { DoctorLine } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import pLimit from 'p-limit';
import { stringify } from 'yaml';
import { AccessReviews } from '../clusters/AccessReviews';
import { ClusterCredentials } from '../clusters/clusterCredentials';
import { NeededAccess } from '../clusters/neededAccess';
import { ArgoCdConfig } from '../config';
import { doctorLine, lookAt } from './doctorLine';

/** Questions to one cluster at the same time. */
const CONCURRENCY = 8;

export interface LookAtClusterOptions {
  cluster: string;
  credentials: ClusterCredentials;
  reviews: AccessReviews;
  /** All that is ever asked of a cluster. */
  needed: NeededAccess[];
  /** The installations of Argo CD that run there. */
  argocd: readonly ArgoCdConfig[];
  /** Namespaces that are delivered to; absent for all. */
  namespaces?: readonly string[];
}

/** Whether a cluster answers, as whom, and what that account may do there, verb by verb. */
export async function lookAtCluster(
  options: LookAtClusterOptions,
  signal: AbortSignal,
): Promise<DoctorLine[]> {
  const { cluster, credentials, reviews } = options;
  const part = { area: 'clusters', subject: cluster } as const;
  if (credentials.of === 'user') {
    const { provider } = credentials;
    return [
      doctorLine(part, 'unknown', {
        id: 'clusterOfUsers',
        parameters: { provider },
      }),
    ];
  }
  return lookAt(part, signal, async (report, either) => {
    const version = await reviews.version(cluster, either);
    const account = await reviews.account(cluster, either).catch(error => {
      either.throwIfAborted();
      return `an account that it does not name (${stringifyError(error)})`;
    });
    report(
      doctorLine(part, 'ok', {
        id: 'clusterAnswers',
        parameters: { version, account },
      }),
    );
    const limit = pLimit(CONCURRENCY);
    // In their order, whichever is answered first.
    report(
      ...(await Promise.all(
        questions(options).map(question =>
          limit(() => ask(question, options, either)),
        ),
      )),
    );
  });
}

interface Question {
  access: NeededAccess;
  namespace?: string;
}

function questions({
  argocd,
  namespaces,
  needed,
}: LookAtClusterOptions): Question[] {
  return needed.flatMap((access): Question[] => {
    if (!access.namespaced) {
      return [{ access }];
    }
    const places: (string | undefined)[] = access.ofArgoCd
      ? argocd.flatMap(each =>
          access.resource === 'applications'
            ? each.applicationNamespaces
            : [each.namespace],
        )
      : Array.from(namespaces ?? [undefined]);
    return Array.from(new Set(places), namespace => ({ access, namespace }));
  });
}

async function ask(
  { access, namespace }: Question,
  { cluster, reviews }: LookAtClusterOptions,
  signal: AbortSignal,
): Promise<DoctorLine> {
  const { group, subresource, verb } = access;
  const part = { area: 'access', subject: cluster } as const;
  const below = subresource ? `/${subresource}` : '';
  const parameters = {
    verb,
    // As kubectl has it.
    resource: `${access.resource}${group && `.${group}`}${below}`,
    namespace: namespace ?? '*',
  };
  try {
    return (await reviews.may({ cluster, access, namespace }, signal))
      ? doctorLine(part, 'ok', { id: 'allowed', parameters })
      : doctorLine(
          part,
          'missing',
          { id: 'denied', parameters },
          ruleFor({ group, resource: `${access.resource}${below}`, verb }),
        );
  } catch (error) {
    signal.throwIfAborted();
    if (!isError(error) || error.name !== 'ServiceUnavailableError') {
      throw error;
    }
    return doctorLine(part, 'unknown', {
      id: 'accessUnknown',
      parameters: { ...parameters, message: error.message },
    });
  }
}

/** A rule of a ClusterRole or Role, in one line. */
function ruleFor({
  group,
  resource,
  verb,
}: {
  group: string;
  resource: string;
  verb: string;
}): string {
  const rule = { apiGroups: [group], resources: [resource], verbs: [verb] };
  return `- ${stringify(rule, {
    collectionStyle: 'flow',
    lineWidth: 0,
  }).trimEnd()}`;
}

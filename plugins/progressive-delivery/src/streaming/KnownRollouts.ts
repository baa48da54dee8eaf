import {
  Problem,
  RolloutStatus,
  RolloutStreamMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What a stream has told of a delivery target. */
export interface KnownTarget {
  /** Whether the cluster is being watched. */
  state: 'live' | 'stale';
  /** ISO 8601, by the backend's clock. Absent while nothing is known. */
  observedAt?: string;
  problems: Problem[];
  /** ISO 8601; when a Git host last told that there may be something new about pull requests. */
  pullRequestsChangedAt?: string;
  /** In the order of namespace, name and kind. */
  rollouts: RolloutStatus[];
}

/**
 * What a stream has told of all delivery targets of an entity. What has not changed stays the same object, so that
 * whoever shows it can tell by identity.
 */
export interface KnownRollouts {
  targets: ReadonlyMap<string, KnownTarget>;
  /** Whether some connection has sent everything that there is. */
  complete: boolean;
  /** Whether the present connection has not sent everything yet. */
  sending: boolean;
  /**
   * Keys of what is known from an earlier connection and was not sent by this one. Once it has sent everything, just
   * the workloads of those targets that the backend itself could not read.
   */
  unconfirmed: ReadonlySet<string>;
}

export const nothingKnown: KnownRollouts = {
  targets: new Map(),
  complete: false,
  sending: true,
  unconfirmed: new Set(),
};

type Identity = Pick<RolloutStatus, 'kind' | 'namespace' | 'name'>;

const targetKey = (target: string) => JSON.stringify([target]);
const workloadKey = (target: string, { kind, namespace, name }: Identity) =>
  JSON.stringify([target, namespace, name, kind]);

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

function isBefore(one: Identity, other: Identity): boolean {
  const order = (['namespace', 'name', 'kind'] as const).find(
    field => one[field] !== other[field],
  );
  return order !== undefined && one[order] < other[order];
}

const isWorkload =
  ({ kind, namespace, name }: Identity) =>
  (other: Identity) =>
    other.kind === kind && other.namespace === namespace && other.name === name;

function withStatus(
  rollouts: RolloutStatus[],
  status: RolloutStatus,
): RolloutStatus[] {
  const last = rollouts.find(isWorkload(status));
  if (last) {
    return isSame(last, status)
      ? rollouts
      : rollouts.map(rollout => (rollout === last ? status : rollout));
  }
  return [
    ...rollouts.filter(rollout => isBefore(rollout, status)),
    status,
    ...rollouts.filter(rollout => !isBefore(rollout, status)),
  ];
}

function withTarget(
  known: KnownRollouts,
  id: string,
  reported: Omit<KnownTarget, 'rollouts'>,
): KnownRollouts {
  const before = known.targets.get(id);
  const { rollouts = [], ...last } = before ?? {};
  // Who has just begun to watch a cluster that does not answer knows less than what was told before.
  const now =
    reported.state === 'stale'
      ? { ...reported, observedAt: reported.observedAt ?? before?.observedAt }
      : reported;
  return isSame(last, now)
    ? known
    : {
        ...known,
        targets: new Map(known.targets).set(id, { ...now, rollouts }),
      };
}

function withRollouts(
  known: KnownRollouts,
  id: string,
  change: (rollouts: RolloutStatus[]) => RolloutStatus[],
): KnownRollouts {
  const target = known.targets.get(id);
  if (!target) {
    return known;
  }
  const rollouts = change(target.rollouts);
  return rollouts === target.rollouts
    ? known
    : {
        ...known,
        targets: new Map(known.targets).set(id, { ...target, rollouts }),
      };
}

function confirm(known: KnownRollouts, key: string): KnownRollouts {
  if (!known.unconfirmed.has(key)) {
    return known;
  }
  const unconfirmed = new Set(known.unconfirmed);
  unconfirmed.delete(key);
  return { ...known, unconfirmed };
}

/** A target without the workloads that the present connection has not sent. */
function withoutUnconfirmed(
  { unconfirmed }: KnownRollouts,
  id: string,
  target: KnownTarget,
): KnownTarget {
  const rollouts = target.rollouts.filter(
    rollout => !unconfirmed.has(workloadKey(id, rollout)),
  );
  return rollouts.length === target.rollouts.length
    ? target
    : { ...target, rollouts };
}

/** The targets that were sent by the present connection. */
function confirmed({
  targets,
  unconfirmed,
}: KnownRollouts): [string, KnownTarget][] {
  return Array.from(targets).filter(([id]) => !unconfirmed.has(targetKey(id)));
}

/** What this connection has not sent is gone, but for what the backend could not read. */
function afterEverything(known: KnownRollouts): KnownRollouts {
  const targets = confirmed(known).map(
    ([id, target]): [string, KnownTarget] => [
      id,
      target.state === 'stale' ? target : withoutUnconfirmed(known, id, target),
    ],
  );
  const kept = targets.flatMap(([id, { rollouts }]) =>
    rollouts
      .map(rollout => workloadKey(id, rollout))
      .filter(key => known.unconfirmed.has(key)),
  );
  return {
    targets: new Map(targets),
    complete: true,
    sending: false,
    unconfirmed: new Set(kept),
  };
}

/** The backend has read a target: what it does not send of it is gone. */
function afterReading(known: KnownRollouts, id: string): KnownRollouts {
  const target = known.targets.get(id);
  if (known.sending || target?.state !== 'live') {
    return known;
  }
  const left = withoutUnconfirmed(known, id, target);
  return left === target
    ? known
    : { ...known, targets: new Map(known.targets).set(id, left) };
}

/** A new connection has begun: it sends everything again, and what it does not send is gone. */
export function expectAllAgain(known: KnownRollouts): KnownRollouts {
  const unconfirmed = Array.from(known.targets).flatMap(([id, target]) => [
    targetKey(id),
    ...target.rollouts.map(rollout => workloadKey(id, rollout)),
  ]);
  return { ...known, sending: true, unconfirmed: new Set(unconfirmed) };
}

/** What is known after a message. */
export function applyMessage(
  known: KnownRollouts,
  message: RolloutStreamMessage,
): KnownRollouts {
  switch (message.type) {
    case 'target': {
      const { target: id, type, ...reported } = message;
      return afterReading(
        confirm(withTarget(known, id, reported), targetKey(id)),
        id,
      );
    }
    case 'workload': {
      const { target: id, status } = message;
      return confirm(
        withRollouts(known, id, rollouts => withStatus(rollouts, status)),
        workloadKey(id, status),
      );
    }
    case 'gone':
      return withRollouts(known, message.target, rollouts =>
        rollouts.some(isWorkload(message))
          ? rollouts.filter(rollout => !isWorkload(message)(rollout))
          : rollouts,
      );
    case 'complete':
      return known.sending ? afterEverything(known) : known;
    default:
      return message satisfies never;
  }
}

/** The messages that let somebody who knows nothing catch up with what the present connection has sent. */
export function toMessages(known: KnownRollouts): RolloutStreamMessage[] {
  const messages = confirmed(known).flatMap(
    ([id, each]): RolloutStreamMessage[] => {
      const { rollouts, ...target } = withoutUnconfirmed(known, id, each);
      return [
        { type: 'target', target: id, ...target },
        ...rollouts.map(status => ({
          type: 'workload' as const,
          target: id,
          status,
        })),
      ];
    },
  );
  return known.sending ? messages : [...messages, { type: 'complete' }];
}

import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { AbortNotice } from './AbortNotice';
import { DegradedNotice } from './DegradedNotice';
import { FailingPodsNotice } from './FailingPodsNotice';
import { MissingServicesNotice } from './MissingServicesNotice';
import { PastInvalidSpecNotice } from './PastInvalidSpecNotice';
import { SilentNotice } from './SilentNotice';
import { WarningsNotice } from './WarningsNotice';

/** All that is wrong with a workload and why, what matters most first; nothing where nothing is. */
export const Troubles = ({
  rollout,
  silenceTold,
}: {
  rollout: RolloutStatus;
  /** Whether it is told already that its controller does nothing, and what to check. */
  silenceTold: boolean;
}) => (
  <>
    {rollout.observation.state === 'silent' && (
      <SilentNotice observation={rollout.observation} told={silenceTold} />
    )}
    {rollout.aborted && <AbortNotice rollout={rollout} />}
    {rollout.phase === 'Degraded' && !rollout.aborted && (
      <DegradedNotice message={rollout.message} />
    )}
    {rollout.revisions.map(revision => (
      <FailingPodsNotice key={revision.name} revision={revision} />
    ))}
    {/* An invalid spec says so itself. */}
    {!rollout.message?.startsWith('InvalidSpec') && (
      <MissingServicesNotice services={rollout.services} />
    )}
    <WarningsNotice rollout={rollout} />
    {rollout.pastInvalidSpec && (
      <PastInvalidSpecNotice past={rollout.pastInvalidSpec} />
    )}
  </>
);

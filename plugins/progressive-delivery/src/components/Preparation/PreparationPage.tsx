import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useContext, useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { LastPreview } from '../../hooks/LastPreview';
import { useUserRef } from '../../hooks/useUserRef';
import { NoSuchChart } from './NoSuchChart';
import { Preparation } from './Preparation';
import { PreparationSkeleton } from './PreparationSkeleton';

export interface PreparationPageProps {
  targets: DeliveryTargetSummary[];
  /** When a pull request is there. */
  onProposed: () => void;
}

/** The preparation that the address names, see `PREPARATION_ROUTE`. */
export const PreparationPage = ({
  targets,
  onProposed,
}: PreparationPageProps) => {
  const user = useUserRef();
  const { target: targetId } = useParams();
  const [query] = useSearchParams();
  const lastPreview = useContext(LastPreview);
  const target = targets.find(({ id }) => id === targetId);

  useEffect(() => {
    if (targetId !== undefined) {
      lastPreview.current = { target: targetId };
    }
  }, [lastPreview, targetId]);

  if (target === undefined) {
    return <NoSuchChart />;
  }
  if (user === undefined) {
    return <PreparationSkeleton />;
  }
  return (
    <Preparation
      key={target.id}
      target={target}
      chart={query.get('chart') ?? undefined}
      user={user}
      onProposed={onProposed}
    />
  );
};

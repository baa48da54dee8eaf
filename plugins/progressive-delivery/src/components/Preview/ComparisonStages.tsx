import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ComparisonStage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Stepper } from '../../ui/Stepper';
import { Working } from '../../ui/Working';
import { ComparisonSkeleton } from './ComparisonSkeleton';
import { useStageSentence } from './useStageSentence';

const STAGES: readonly Exclude<ComparisonStage, 'unknown'>[] = [
  'reading',
  'rendering',
  'checking',
];

function stateOf(
  index: number,
  current: number,
): 'done' | 'current' | 'waiting' {
  if (index === current) {
    return 'current';
  }
  return index < current ? 'done' : 'waiting';
}

/** A preview that is being made: what is done for it now, which is read out, and what comes before and after. */
export const ComparisonStages = ({
  stage,
}: {
  /** Absent where the backend has not said so. */
  stage: ComparisonStage | undefined;
}) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const doing = useStageSentence(stage);
  return (
    <Working doing={doing}>
      {stage !== undefined && stage !== 'unknown' && (
        <Stepper
          label={t('preview.stages.label')}
          steps={STAGES.map((id, index) => ({
            id,
            state: stateOf(index, STAGES.indexOf(stage)),
            name: t(`preview.stages.${id}.name`),
          }))}
        />
      )}
      <ComparisonSkeleton />
    </Working>
  );
};

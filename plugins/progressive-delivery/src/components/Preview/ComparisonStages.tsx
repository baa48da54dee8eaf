import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ComparisonStage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Stepper } from '../../ui/Stepper';
import { Working } from '../../ui/Working';
import { ComparisonSkeleton } from './ComparisonSkeleton';

type ShownStage = Exclude<ComparisonStage, 'unknown'>;

const STAGES: readonly ShownStage[] = ['reading', 'rendering', 'checking'];

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
  if (stage === undefined || stage === 'unknown') {
    return (
      <Working doing={t('preview.loading')}>
        <ComparisonSkeleton />
      </Working>
    );
  }
  return (
    <Working doing={t(`preview.stages.${stage}.doing`)}>
      <Stepper
        label={t('preview.stages.label')}
        steps={STAGES.map((id, index) => ({
          id,
          state: stateOf(index, STAGES.indexOf(stage)),
          name: t(`preview.stages.${id}.name`),
        }))}
      />
      <ComparisonSkeleton />
    </Working>
  );
};

import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliveryChart,
  DeliveryTargetSummary,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { usePreviewPath } from '../../hooks/usePreviewPath';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Stepper } from '../../ui/Stepper';
import { UncheckedList } from '../Preflight/UncheckedList';
import { preparationSteps } from './preparationSteps';

const useStyles = makeStyles(theme => ({
  root: { overflowWrap: 'anywhere' },
  previews: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: theme.spacing(0.5),
  },
}));

export interface NextStepsProps {
  target: DeliveryTargetSummary;
  chart: DeliveryChart;
}

/** How far a chart has come on its way to the switch, and what is to be done for the next step. */
export const NextSteps = ({ chart, target }: NextStepsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const previewPath = usePreviewPath();
  const list = useListFormat();
  const switches = target.switches.filter(({ id }) =>
    chart.switches.includes(id),
  );
  // What is known of the target may be older than the merge, without the switch.
  const isOff = chart.switches.filter(
    id => !switches.some(each => each.id === id && each.enabled),
  );
  const { pruneLast } = chart;
  const { next, steps } = preparationSteps(chart, switches);
  const names = {
    'pull-request': t('stop.pull-request'),
    merged: t('stop.merged'),
    'has-switch': t('preparation.hasSwitch'),
    'prune-last': t('preparation.pruneLast'),
    'turn-on': t('preparation.turnOn'),
  };
  const toDo = () => {
    switch (next) {
      case 'merge':
        return t('preparation.awaitingMerge');
      case 'switch':
        return t('preparation.awaitingSwitch');
      case 'sync':
        return t('preparation.pruneLastMissing', {
          workloads: list.names(
            pruneLast?.workloads.map(
              ({ name, namespace }) => `${namespace}/${name}`,
            ) ?? [],
          ),
        });
      case 'look':
        return t('preparation.pruneLastUnknown');
      case 'turn-on':
        return t('preparation.ready');
      case 'nothing':
        return t('preparation.turnedOn');
      default:
        return next satisfies never;
    }
  };
  return (
    <div className={classes.root}>
      <Stepper
        label={t('preparation.steps')}
        steps={steps.map(({ id, state }) => ({ id, state, name: names[id] }))}
      />
      <Typography variant="body2" role="status">
        {toDo()}
      </Typography>
      {next === 'look' && pruneLast && pruneLast.unchecked.length > 0 && (
        <UncheckedList unchecked={pruneLast.unchecked} />
      )}
      {(next === 'turn-on' || next === 'look') && (
        <div className={classes.previews}>
          {isOff.map(id => (
            <Link
              key={id}
              to={previewPath(target.id, { switch: id, enabled: true })}
              variant="body2"
            >
              {t('preparation.previewSwitch', { switch: id })}
            </Link>
          ))}
        </div>
      )}
    </div>
  );
};

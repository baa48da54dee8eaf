import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ApplicationState,
  RolloutStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { lazy, ReactNode, Suspense, useContext, useId, useState } from 'react';
import { TargetReference } from '../../../api';
import { KubernetesTab } from '../../../hooks/KubernetesTab';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { FoldButton } from '../../../ui/controls/FoldButton';
import { AnalysisRun } from '../../Analysis/AnalysisRun';
import { Experiment } from '../../Analysis/Experiment';
import { isRelevantAnalysis } from '../../Analysis/isRelevantAnalysis';
import { workloadInArgoCd } from '../ArgoCd/inArgoCd';
import { EventList } from '../Events/EventList';
import { ManifestSkeleton } from '../Manifest/ManifestSkeleton';
import { PodTable } from '../Pods/PodTable';
import { ServiceList } from './ServiceList';
import { StepList } from '../Steps/StepList';

// Few who look at a workload read its YAML.
const Manifest = lazy(() =>
  import('../Manifest/Manifest').then(m => ({ default: m.Manifest })),
);

const useStyles = makeStyles(theme => ({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  link: { padding: theme.spacing(0.5, 0.625) },
  section: { display: 'grid', rowGap: theme.spacing(1) },
}));

interface Section {
  id:
    | 'steps'
    | 'pods'
    | 'analyses'
    | 'experiments'
    | 'services'
    | 'events'
    | 'manifest';
  title: string;
  content: ReactNode;
}

export interface DetailsProps {
  reference: TargetReference;
  rollout: RolloutStatus;
  /** What delivers it; absent where that is not known. */
  application?: ApplicationState;
  /** Whether the steps are told here only. */
  withSteps: boolean;
}

/** What seldom matters at first sight, folded away: all pods, earlier analyses and experiments, Services, events, YAML. */
export const Details = ({
  reference,
  rollout,
  application,
  withSteps,
}: DetailsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const ids = useId();
  const kubernetes = useContext(KubernetesTab);
  const argocd = application?.url && workloadInArgoCd(application.url, rollout);
  const [open, setOpen] = useState<Section['id'][]>([]);
  const { events = [], revisions, services = [] } = rollout;
  const runs = (rollout.analysisRuns ?? []).filter(
    run => !isRelevantAnalysis(run, rollout),
  );
  const experiments = (rollout.experiments ?? []).filter(
    each => !isRelevantAnalysis(each, rollout),
  );
  const pods = revisions.reduce((sum, each) => sum + each.pods.length, 0);
  const warnings = events.filter(({ type }) => type === 'Warning').length;

  const sections: Section[] = [];
  if (withSteps && rollout.steps.length > 0) {
    sections.push({
      id: 'steps',
      title: t('details.steps', { count: rollout.steps.length }),
      content: <StepList steps={rollout.steps} />,
    });
  }
  if (pods > 0) {
    sections.push({
      id: 'pods',
      title: t('details.pods', { count: pods }),
      content: <PodTable owner={rollout.name} revisions={revisions} />,
    });
  }
  if (runs.length > 0) {
    sections.push({
      id: 'analyses',
      title: t('details.analyses', { count: runs.length }),
      content: runs.map(run => <AnalysisRun key={run.name} run={run} />),
    });
  }
  if (experiments.length > 0) {
    sections.push({
      id: 'experiments',
      title: t('details.experiments', { count: experiments.length }),
      content: experiments.map(each => (
        <Experiment key={each.name} experiment={each} />
      )),
    });
  }
  if (services.length > 0) {
    sections.push({
      id: 'services',
      title: t('details.services', { count: services.length }),
      content: (
        <ServiceList
          services={services}
          revisions={revisions}
          canaryShare={
            rollout.trafficRouters?.length ? rollout.weight?.actual : undefined
          }
        />
      ),
    });
  }
  if (events.length > 0) {
    sections.push({
      id: 'events',
      title:
        warnings > 0
          ? t('details.eventsWarnings', { count: warnings })
          : t('details.events', { count: events.length }),
      content: <EventList events={events} workload={rollout} />,
    });
  }
  if (rollout.kind === 'Rollout') {
    sections.push({
      id: 'manifest',
      title: t('manifest.title'),
      content: (
        <Suspense fallback={<ManifestSkeleton />}>
          <Manifest reference={reference} rollout={rollout} />
        </Suspense>
      ),
    });
  }
  if (sections.length === 0 && !kubernetes && !argocd) {
    return null;
  }
  const toggle = (id: Section['id']) =>
    setOpen(now =>
      now.includes(id) ? now.filter(each => each !== id) : [...now, id],
    );
  return (
    <>
      <div
        className={classes.buttons}
        role="group"
        aria-label={t('details.label', { name: rollout.name })}
      >
        {sections.map(({ id, title }) => (
          <FoldButton
            key={id}
            open={open.includes(id)}
            controls={`${ids}-${id}`}
            onClick={() => toggle(id)}
          >
            {title}
          </FoldButton>
        ))}
        {kubernetes !== undefined && (
          <Link to={kubernetes} variant="body2" className={classes.link}>
            {t('details.kubernetes')}
          </Link>
        )}
        {argocd && (
          <Link to={argocd} variant="body2" className={classes.link}>
            {t('details.argocd', { kind: rollout.kind })}
          </Link>
        )}
      </div>
      {sections
        .filter(({ id }) => open.includes(id))
        .map(({ content, id, title }) => (
          <div
            key={id}
            id={`${ids}-${id}`}
            className={classes.section}
            role="group"
            aria-label={title}
          >
            {content}
          </div>
        ))}
    </>
  );
};

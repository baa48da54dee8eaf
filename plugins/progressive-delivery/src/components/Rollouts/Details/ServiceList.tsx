import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RevisionStatus,
  ServiceStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { trafficShare } from './trafficShare';

const useStyles = makeStyles({
  root: { listStyle: 'none', margin: 0, padding: 0 },
  name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
});

export interface ServiceListProps {
  services: ServiceStatus[];
  revisions: RevisionStatus[];
  /** See {@link trafficShare}. */
  canaryShare?: number;
}

/** The Services of a Rollout, and whose pods each of them selects. */
export const ServiceList = ({
  services,
  revisions,
  canaryShare,
}: ServiceListProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const selected = (service: ServiceStatus) => {
    switch (service.selects) {
      case 'missing':
        return t('services.missing');
      case 'all':
        return t('services.all');
      case 'revision': {
        const { podHash } = service;
        const revision = revisions.find(each => each.podHash === podHash);
        const number = service.revision ?? revision?.revision;
        if (number === undefined) {
          return t('services.hash', { podHash });
        }
        return revision
          ? t('services.revisionRole', {
              revision: String(number),
              role: t(`pods.role.${revision.role}`),
            })
          : t('services.revision', { revision: String(number) });
      }
      default:
        return service satisfies never;
    }
  };
  const sentenceOf = (service: ServiceStatus) => {
    const role = t(`services.role.${service.role}`);
    const share = trafficShare(service, { canaryShare, revisions });
    return share === undefined
      ? t('services.line', { role, selected: selected(service) })
      : t('services.lineShare', {
          role,
          selected: selected(service),
          share,
        });
  };
  return (
    <ul className={classes.root} aria-label={t('services.label')}>
      {services.map(service => (
        <Typography key={service.role} component="li" variant="body2">
          <span className={classes.name}>{service.name}</span>{' '}
          {sentenceOf(service)}
        </Typography>
      ))}
    </ul>
  );
};

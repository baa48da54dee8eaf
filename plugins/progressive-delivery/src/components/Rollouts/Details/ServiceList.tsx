import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RevisionStatus,
  ServiceStatus,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { Facts } from '../../../ui/Facts';
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
  const line = (service: ServiceStatus) => {
    const share = trafficShare(service, { canaryShare, revisions });
    return (
      <Facts>
        {t('services.line', {
          service: <span className={classes.name}>{service.name}</span>,
          role: t(`services.role.${service.role}`),
          selected: selected(service),
        })}
        {share !== undefined && t('services.share', { share })}
      </Facts>
    );
  };
  return (
    <ul className={classes.root} aria-label={t('services.label')}>
      {services.map(service => (
        <Typography key={service.role} component="li" variant="body2">
          {line(service)}
        </Typography>
      ))}
    </ul>
  );
};

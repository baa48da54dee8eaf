import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { repositoryName } from '../../repositories/repositoryName';
import { shortCommit } from '../../repositories/shortCommit';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WebLink } from '../../ui/WebLink';
import { ArgoCdState } from './ArgoCdState';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(2),
  },
  title: { fontWeight: 'bold' },
  state: { marginLeft: 'auto' },
  source: { overflowWrap: 'anywhere' },
}));

export interface TargetHeaderProps {
  titleId: string;
  target: DeliveryTargetSummary;
}

/** Where a target is, how Argo CD finds it, and what it is built from. */
export const TargetHeader = ({ titleId, target }: TargetHeaderProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { application, destination, sources, title } = target;
  return (
    <header>
      <div className={classes.line}>
        <Typography
          id={titleId}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          {title}
        </Typography>
        <Typography variant="body2">
          {t('target.destination', {
            cluster:
              destination.cluster ??
              destination.server ??
              t('target.unknownCluster'),
            namespace: destination.namespace ?? t('target.unknownNamespace'),
          })}
        </Typography>
        {application && (
          <span className={classes.state}>
            <ArgoCdState application={application} />
          </span>
        )}
      </div>
      {sources.map(({ commit, path, repository, revision }) => (
        <Typography
          key={`${repository} ${path}`}
          variant="body2"
          color="textSecondary"
          className={classes.source}
        >
          <WebLink url={repository}>{repositoryName(repository)}</WebLink>{' '}
          {path}{' '}
          {commit
            ? t('target.commit', { revision, commit: shortCommit(commit) })
            : t('target.revision', { revision })}
        </Typography>
      ))}
      {application?.message && (
        <Typography variant="body2" className={classes.source}>
          {application.message}
        </Typography>
      )}
    </header>
  );
};

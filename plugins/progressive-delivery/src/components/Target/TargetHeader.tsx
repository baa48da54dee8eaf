import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { repositoryName } from '../../repositories/repositoryName';
import { shortCommit } from '../../repositories/shortCommit';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WebLink } from '../../ui/controls/WebLink';
import { ArgoCdState } from './ArgoCdState';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(2),
  },
  title: { fontWeight: 'bold' },
  fold: {
    font: 'inherit',
    textAlign: 'left',
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': { outline: '2px solid', outlineOffset: 2 },
  },
  folded: { transform: 'rotate(-90deg)' },
  state: { [theme.breakpoints.up('sm')]: { marginLeft: 'auto' } },
  source: { overflowWrap: 'anywhere' },
}));

export interface TargetHeaderProps {
  titleId: string;
  target: DeliveryTargetSummary;
  /** Absent where it cannot be folded. */
  folding?: Folding;
}

/** How a target is folded to its header, and what unfolds it. */
interface Folding {
  folded: boolean;
  /** The id of what is folded away. */
  contentId: string;
  onToggle: () => void;
}

/** Where a target is, how Argo CD finds it, and what it is built from. */
export const TargetHeader = ({
  titleId,
  target,
  folding,
}: TargetHeaderProps) => {
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
          {folding ? (
            <ButtonBase
              className={classes.fold}
              aria-expanded={!folding.folded}
              aria-controls={folding.folded ? undefined : folding.contentId}
              onClick={folding.onToggle}
            >
              <ExpandIcon
                aria-hidden
                className={folding.folded ? classes.folded : undefined}
              />
              {title}
            </ButtonBase>
          ) : (
            title
          )}
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
      {!folding?.folded &&
        sources.map(({ commit, path, repository: url, revision }) => {
          const repository = <WebLink url={url}>{repositoryName(url)}</WebLink>;
          return (
            <Typography
              key={`${url} ${path}`}
              variant="body2"
              color="textSecondary"
              className={classes.source}
            >
              {commit
                ? t('target.commit', {
                    repository,
                    path,
                    revision,
                    commit: shortCommit(commit),
                  })
                : t('target.revision', { repository, path, revision })}
            </Typography>
          );
        })}
      {!folding?.folded && application?.message && (
        <Typography variant="body2" className={classes.source}>
          {application.message}
        </Typography>
      )}
    </header>
  );
};

import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import BackIcon from '@material-ui/icons/ArrowBack';
import { DeliveryTargetSummary } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode, useEffect, useRef } from 'react';
import { useTabPath } from '../../hooks/usePreviewPath';
import { progressiveDeliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginBottom: theme.spacing(1),
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(2),
  },
  title: {
    fontWeight: 'bold',
    overflowWrap: 'anywhere',
    // Nothing can be done with it: it has the focus only to be read first.
    outline: 'none',
  },
}));

export interface SubPageHeaderProps {
  titleId: string;
  title: string;
  target: DeliveryTargetSummary;
  /** Below the title. */
  children?: ReactNode;
}

/** What a page below the tab is about, and where. It takes the focus, so that the page is read from its start. */
export const SubPageHeader = ({
  titleId,
  title,
  target,
  children,
}: SubPageHeaderProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const tab = useTabPath();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { cluster, namespace, server } = target.destination;
  return (
    <header>
      <Link to={tab} variant="body2" className={classes.back}>
        <BackIcon fontSize="inherit" aria-hidden />
        {t('preview.back')}
      </Link>
      <div className={classes.line}>
        <Typography
          id={titleId}
          ref={heading}
          tabIndex={-1}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          {title}
        </Typography>
        <Typography variant="body2">
          {t('preview.where', {
            target: target.title,
            destination: t('target.destination', {
              cluster: cluster ?? server ?? t('target.unknownCluster'),
              namespace: namespace ?? t('target.unknownNamespace'),
            }),
          })}
        </Typography>
      </div>
      {children}
    </header>
  );
};

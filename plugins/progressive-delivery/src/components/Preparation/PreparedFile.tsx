import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { ChartPreparation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Patch } from '../Preview/Manifests/Patch/Patch';
import { PatchLayout } from '../Preview/Manifests/Patch/PatchTable';

const useStyles = makeStyles(theme => ({
  path: { flexGrow: 1, overflowWrap: 'anywhere' },
  isNew: {
    marginLeft: theme.spacing(2),
    whiteSpace: 'nowrap',
    [theme.breakpoints.down('xs')]: { marginLeft: 0 },
  },
  summary: { [theme.breakpoints.down('xs')]: { flexDirection: 'column' } },
  details: {
    display: 'flex',
    alignItems: 'flex-start',
    padding: theme.spacing(0, 1, 1),
  },
  table: { flex: 1, minWidth: 0 },
}));

export interface PreparedFileProps {
  file: Extract<ChartPreparation, { state: 'prepared' }>['files'][number];
  layout: PatchLayout;
  /** Whether its diff is folded away at first. */
  folded: boolean;
}

/** A file of a chart that changes, with its diff. */
export const PreparedFile = ({ file, folded, layout }: PreparedFileProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const id = useId();
  const { isNew, patch, path } = file;
  const copyLabel = t('preparation.copyFile', { file: path });
  return (
    <Accordion
      variant="outlined"
      defaultExpanded={!folded}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        id={`${id}-path`}
        aria-controls={`${id}-diff`}
        classes={{ content: classes.summary }}
        expandIcon={<ExpandMoreIcon />}
      >
        <Typography variant="body2" className={classes.path}>
          {path}
        </Typography>
        {isNew && (
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.isNew}
          >
            {t('preparation.newFile')}
          </Typography>
        )}
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <div className={classes.table}>
          <Patch
            label={t('preview.patch', { title: path })}
            patch={patch}
            layout={isNew ? 'unified' : layout}
          />
        </div>
        <CopyTextButton
          variant="tertiary"
          text={patch}
          aria-label={copyLabel}
          tooltipText={t('preview.copied')}
        />
      </AccordionDetails>
    </Accordion>
  );
};

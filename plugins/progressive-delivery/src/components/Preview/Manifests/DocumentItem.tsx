import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { memo, useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { DocumentChangeDetails } from './DocumentChangeDetails';
import { ComparedDocument } from './useComparedDocuments';
import { useDocumentTitle } from './useDocumentTitle';

const useStyles = makeStyles(theme => ({
  details: { display: 'block', padding: theme.spacing(0, 1, 1) },
  title: { flexGrow: 1, overflowWrap: 'anywhere' },
  count: {
    marginLeft: theme.spacing(2),
    whiteSpace: 'nowrap',
    [theme.breakpoints.down('xs')]: { marginLeft: 0 },
  },
  summary: {
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
}));

/**
 * A document that differs, folded unless its kind changes. Memoized: with 5,000 of them on the page, drawing all again for
 * the next 50 or for a letter typed elsewhere takes seconds.
 */
export const DocumentItem = memo(
  ({ document }: { document: ComparedDocument }) => {
    const classes = useStyles();
    const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
    const id = useId();
    const { change, place } = document;
    const title = useDocumentTitle()(change);
    return (
      <Accordion
        variant="outlined"
        defaultExpanded={change.change === 'kind-changed'}
        TransitionProps={{ unmountOnExit: true }}
      >
        <AccordionSummary
          id={`${id}-title`}
          aria-controls={`${id}-details`}
          classes={{ content: classes.summary }}
          expandIcon={<ExpandMoreIcon />}
        >
          <Typography variant="body2" className={classes.title}>
            {title}
          </Typography>
          {change.differences.length > 0 && (
            <Typography
              variant="body2"
              color="textSecondary"
              className={classes.count}
            >
              {t('preview.fields', { count: change.differences.length })}
            </Typography>
          )}
        </AccordionSummary>
        <AccordionDetails className={classes.details}>
          <DocumentChangeDetails change={change} place={place} title={title} />
        </AccordionDetails>
      </Accordion>
    );
  },
);

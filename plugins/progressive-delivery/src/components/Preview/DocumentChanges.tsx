import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  DocumentChange,
  ObjectReference,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { UnifiedPatch } from './UnifiedPatch';

const useStyles = makeStyles(theme => ({
  details: { display: 'block', padding: theme.spacing(0, 1, 1) },
}));

const nameOf = (reference?: ObjectReference) =>
  reference ? `${reference.kind} ${reference.name}` : '';

const keyOf = ({ before, after }: DocumentChange) =>
  [before, after]
    .map(reference => `${reference?.namespace}/${nameOf(reference)}`)
    .join();

function useTitle(): (change: DocumentChange) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    ({ change, before, after }) => {
      switch (change) {
        case 'kind-changed':
          return t('preview.changed', {
            before: nameOf(before),
            after: nameOf(after),
          });
        case 'added':
          return t('preview.added', { document: nameOf(after) });
        case 'removed':
          return t('preview.removed', { document: nameOf(before) });
        case 'changed':
          return t('preview.becomesChanged', {
            document: nameOf(after ?? before),
          });
        default:
          return change satisfies never;
      }
    },
    [t],
  );
}

/** The rendered documents that differ, each folded but the one whose kind changes. */
export const DocumentChanges = ({ changes }: { changes: DocumentChange[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleOf = useTitle();
  return (
    <div>
      {changes.map(change => {
        const title = titleOf(change);
        return (
          <Accordion
            key={keyOf(change)}
            variant="outlined"
            defaultExpanded={change.change === 'kind-changed'}
            TransitionProps={{ unmountOnExit: true }}
          >
            <AccordionSummary expandIcon={<ExpandMoreIcon />}>
              <Typography variant="body2">{title}</Typography>
            </AccordionSummary>
            <AccordionDetails className={classes.details}>
              <UnifiedPatch
                label={t('preview.patch', { title })}
                patch={change.patch}
              />
            </AccordionDetails>
          </Accordion>
        );
      })}
    </div>
  );
};

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RevisionStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { ImageChange, imageChanges } from '../Images/imageChanges';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontWeight: 'bold',
    overflowWrap: 'anywhere',
  },
}));

/** What a revision that is on its way changes of the images that serve; nothing where none is. */
export const ImageDifference = ({
  revisions,
}: {
  revisions: RevisionStatus[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const next = revisions.find(
    ({ role }) => role === 'canary' || role === 'preview',
  );
  const serving = revisions.find(
    ({ role }) => role === 'stable' || role === 'active',
  );
  if (!next || !serving) {
    return null;
  }
  const changes = imageChanges(serving.images, next.images);
  const sentenceOf = (change: ImageChange) => {
    switch (change.change) {
      case 'version':
        return t('images.version', change);
      case 'image':
        return t('images.image', change);
      case 'added':
        return t('images.added', change);
      case 'removed':
        return t('images.removed', change);
      default:
        return change satisfies never;
    }
  };
  return changes.length === 0 ? (
    <Typography variant="body2" color="textSecondary">
      {t('images.same')}
    </Typography>
  ) : (
    <Typography
      variant="body2"
      component="ul"
      className={classes.root}
      aria-label={t('images.label')}
    >
      {[...new Set(changes.map(sentenceOf))].map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Typography>
  );
};

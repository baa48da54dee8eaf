import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  hiddenValue,
  splitAtHiddenValues,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  // Readable on the backgrounds of both signs, too.
  root: { color: theme.palette.text.primary, fontStyle: 'italic' },
}));

const drawings = new Map<string, 'same' | 'different'>([
  [hiddenValue.same, 'same'],
  [hiddenValue.different, 'different'],
]);

const HiddenValue = ({ text }: { text: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const drawing = drawings.get(text) ?? 'alone';
  return (
    <span
      className={classes.root}
      role="img"
      aria-label={t(`preview.hiddenLabel.${drawing}`)}
    >
      {t(`preview.hidden.${drawing}`)}
    </span>
  );
};

/** A text of a comparison, with what stands for hidden values told apart from what is shown. */
export const TextWithHiddenValues = ({ text }: { text: string }) => (
  <>
    {splitAtHiddenValues(text).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        // Parts of a text have no name but their place.
        // eslint-disable-next-line react/no-array-index-key
        <HiddenValue key={index} text={part} />
      ),
    )}
  </>
);

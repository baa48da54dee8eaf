import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DocumentChange,
  formatFieldPath,
  splitAtHiddenValues,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useMemo } from 'react';
import { useListFormat } from '../../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { DocumentsProblem } from './DocumentsProblem';
import { FieldDifferences } from './FieldDifferences';
import { Patch } from './Patch/Patch';
import { unstableLines } from './Patch/unstableLines';
import { TextWithHiddenValues } from '../../Yaml/TextWithHiddenValues';
import { useShownComparison } from './ShownComparison';
import { useWholeDocument } from './useWholeDocument';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  difference: { display: 'flex', alignItems: 'flex-start' },
  table: { flex: 1, minWidth: 0 },
  note: { overflowWrap: 'anywhere' },
}));

/** What differs of a document: field by field, where it has what to compare with, or as a text. */
export const DocumentChangeDetails = ({
  change,
  place,
  title,
}: {
  change: DocumentChange;
  /** Of the document, among all that differ. */
  place: number;
  title: string;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const { masked, view } = useShownComparison();
  const { load, whole } = useWholeDocument(place);
  const label = t('preview.patch', { title });
  const copyLabel = t('preview.copyOne', { title });
  const { differences, patch } = change;
  const shown =
    view === 'fields' && differences.length === 0 ? 'unified' : view;
  const loaded = whole.state === 'loaded' ? whole.document : undefined;
  // Of all lines, where they are loaded: they tell more of where one belongs.
  const shownPatch = loaded?.patch ?? patch;
  const unstable = useMemo(
    () => unstableLines(shownPatch, differences),
    [shownPatch, differences],
  );
  const holdsSecrets =
    [change.before, change.after].some(each => each?.kind === 'Secret') ||
    // Whoever is shown values is not shown these.
    (!masked && splitAtHiddenValues(patch).length > 1);
  const shortened =
    shown !== 'fields' && loaded ? loaded.shortened : change.shortened;
  return (
    <div className={classes.root}>
      {shown === 'fields' ? (
        <FieldDifferences label={label} differences={differences} />
      ) : (
        patch !== '' && (
          <div className={classes.difference}>
            <div className={classes.table}>
              <Patch
                label={label}
                patch={patch}
                linesAfter={change.linesAfter}
                layout={shown}
                unstable={unstable}
                whole={{
                  patch: loaded?.patch,
                  busy: whole.state === 'busy',
                  load,
                  problem: whole.state === 'failed' && (
                    <DocumentsProblem
                      title={t('preview.linesFailed')}
                      error={whole.error}
                      onRetry={load}
                    />
                  ),
                }}
              />
            </div>
            <CopyTextButton
              variant="tertiary"
              text={patch}
              aria-label={copyLabel}
              tooltipText={t('preview.copied')}
            />
          </div>
        )
      )}
      {shown !== 'fields' && unstable.elsewhere.length > 0 && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
        >
          <TextWithHiddenValues
            text={t('preview.unstableFields', {
              paths: names(
                unstable.elsewhere.map(({ path }) => formatFieldPath(path)),
              ),
            })}
          />
        </Typography>
      )}
      {holdsSecrets && (
        <Typography variant="body2" color="textSecondary">
          {t('preview.secret')}
        </Typography>
      )}
      {shortened && (
        <Typography variant="body2" color="textSecondary">
          {t('preview.shortened')}
        </Typography>
      )}
    </div>
  );
};

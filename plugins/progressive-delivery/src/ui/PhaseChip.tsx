import { getContrastRatio, makeStyles, Theme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import HelpIcon from '@material-ui/icons/HelpOutline';
import LoopIcon from '@material-ui/icons/Loop';
import MissingIcon from '@material-ui/icons/RemoveCircleOutline';
import PauseIcon from '@material-ui/icons/Pause';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { progressiveDeliveryTranslationRef } from '../translation';

/**
 * - `Failing`: its pods do, whatever phase its controller still sees it in
 * - `Missing`: it is known that nothing runs
 */
export type ShownPhase = RolloutStatus['phase'] | 'Failing' | 'Missing';

const icons: Record<ShownPhase, typeof CheckIcon> = {
  Healthy: CheckIcon,
  Progressing: LoopIcon,
  Paused: PauseIcon,
  Degraded: CloseIcon,
  Failing: CloseIcon,
  Missing: MissingIcon,
  Unknown: HelpIcon,
};

/** A status colour with whichever of the theme's black and white can be read better on it. */
const filled = (theme: Theme, background: string) => {
  const { white, black } = theme.palette.common;
  return {
    backgroundColor: background,
    color:
      getContrastRatio(background, white) > getContrastRatio(background, black)
        ? white
        : black,
  };
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 1, 0.25, 0.75),
    borderRadius: 12,
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 'bold',
    lineHeight: 1.4,
    whiteSpace: 'nowrap',
    // Forced colors take its background away.
    '@media (forced-colors: active)': { outline: '1px solid' },
  },
  icon: { fontSize: '1.1em' },
  Healthy: filled(theme, theme.palette.status.ok),
  Progressing: filled(theme, theme.palette.status.running),
  Paused: filled(theme, theme.palette.status.pending),
  Degraded: filled(theme, theme.palette.status.error),
  Failing: filled(theme, theme.palette.status.error),
  Missing: filled(theme, theme.palette.status.warning),
  Unknown: filled(theme, theme.palette.status.aborted),
}));

/** The phase of a rollout, by colour, picture and word. */
export const PhaseChip = ({ phase }: { phase: ShownPhase }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const Icon = icons[phase];
  return (
    <span className={`${classes.root} ${classes[phase]}`}>
      <Icon className={classes.icon} aria-hidden />
      <span>{t(`phase.${phase}`)}</span>
    </span>
  );
};

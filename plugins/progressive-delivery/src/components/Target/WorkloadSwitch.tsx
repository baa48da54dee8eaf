import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  DeliverySwitch,
  Proposal,
  Workload,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { WebLink } from '../../ui/controls/WebLink';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    minWidth: 200,
    overflowWrap: 'anywhere',
  },
  toggle: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontWeight: 'bold',
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': { outline: '2px solid', outlineOffset: 2 },
  },
  unusable: { color: theme.palette.text.secondary, fontWeight: 'normal' },
  // Drawn by borders, which forced colors keep.
  track: {
    position: 'relative',
    flexShrink: 0,
    width: 30,
    height: 16,
    border: '2px solid',
    borderRadius: 8,
  },
  thumb: {
    position: 'absolute',
    top: 2,
    left: 2,
    border: '4px solid',
    borderRadius: 4,
    transition: theme.transitions.create('left', {
      duration: theme.transitions.duration.shortest,
    }),
  },
  on: { left: 16 },
}));

export interface WorkloadSwitchProps {
  workload: Workload;
  /** The title of its target. */
  target: string;
  deliverySwitch: DeliverySwitch;
  /** The open pull request that changes it. */
  proposal?: Proposal;
  /** Why no change of it can be proposed; absent where one can. `toldBy`: the id of the element that says so for several. */
  reason?: { text: string; toldBy?: string };
  /** The path of the preview that it opens; absent where there is none to be seen. */
  preview?: string;
}

/** Whether something else runs than Git asks for. */
function isAwaited({ kindInGit, kindsLive }: Workload): boolean {
  return (
    kindInGit !== undefined &&
    kindsLive.length > 0 &&
    !kindsLive.includes(kindInGit)
  );
}

/**
 * The toggle of a workload: it stands where Git stands, and leads to the preview of the change. That is a link, which
 * looks like a switch: nothing moves when it is pressed.
 */
export const WorkloadSwitch = ({
  workload,
  target,
  deliverySwitch: { enabled },
  proposal,
  reason,
  preview,
}: WorkloadSwitchProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const stateId = useId();
  const reasonId = useId();
  const state = enabled ? 'on' : 'off';
  const change = enabled ? 'turnOff' : 'turnOn';
  const name = t(`workloads.toggle.${change}`, {
    name: workload.name,
    target,
  });
  const face = (
    <>
      <span className={classes.track} aria-hidden>
        <span className={`${classes.thumb} ${enabled ? classes.on : ''}`} />
      </span>
      {t(`workloads.toggle.${change}Short`)}
    </>
  );
  const toldBy = proposal ? reasonId : reason && (reason.toldBy ?? reasonId);
  const description = toldBy === undefined ? stateId : `${stateId} ${toldBy}`;
  return (
    <div className={classes.root}>
      {preview !== undefined ? (
        <Link
          to={preview}
          variant="body2"
          className={classes.toggle}
          aria-label={name}
          aria-describedby={description}
        >
          {face}
        </Link>
      ) : (
        <Typography
          variant="body2"
          component="span"
          role="link"
          className={`${classes.toggle} ${classes.unusable}`}
          aria-disabled
          aria-label={name}
          aria-describedby={description}
        >
          {face}
        </Typography>
      )}
      <Typography
        id={stateId}
        variant="body2"
        color="textSecondary"
        component="span"
      >
        {t(
          isAwaited(workload)
            ? `workloads.toggle.${state}NotLive`
            : `workloads.toggle.${state}`,
        )}
      </Typography>
      {proposal && (
        <Typography id={reasonId} variant="body2" component="span">
          <WebLink url={proposal.url}>
            {t(
              proposal.enabled
                ? 'workloads.toggle.askedOn'
                : 'workloads.toggle.askedOff',
              { number: String(proposal.number) },
            )}
          </WebLink>
        </Typography>
      )}
      {!proposal && reason && reason.toldBy === undefined && (
        <Typography id={reasonId} variant="body2" component="span">
          {reason.text}
        </Typography>
      )}
    </div>
  );
};

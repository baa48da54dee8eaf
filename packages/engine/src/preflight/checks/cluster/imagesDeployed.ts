import { hiddenValue } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { fieldOf } from '../../../variants/manifests/fields';
import { imageWithoutUserInformation } from '../../../variants/secrets/imageWithoutUserInformation';
import { LiveWorkload } from '../../gathering/objects/liveWorkload';
import { Manifest } from '../../../variants/manifests/manifests';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';
import { movedObject } from '../foundObject';
import { liveWorkload } from '../liveWorkload';
import { preflightCheck } from '../preflightCheck';

/**
 * What runs has the images that Git holds. The first revision of a Rollout skips all steps and all analysis, and a
 * Deployment has none: measured, a new image is on all pods without a pause.
 */
export const imagesDeployed = preflightCheck({
  id: 'images-deployed',
  severity: 'block',
  pieces: ['workloads'],
  run: ({ moved }, { workloads }) =>
    moved.flatMap(each => {
      const live = liveWorkload(each, workloads.value);
      const running = live && liveImages(live);
      // Of a Rollout with a workloadRef nothing is known here.
      if (!running || running.size === 0) {
        return [];
      }
      const rendered = renderedImages(each.after);
      const differs = Array.from(rendered).find(
        ([name, image]) => running.has(name) && running.get(name) !== image,
      );
      return differs
        ? [
            {
              object: movedObject(each),
              message: 'imageNotDeployed',
              parameters: {
                workload: each.name,
                becomes: each.becomes,
                container: differs[0],
                live: shownImage(running.get(differs[0]) ?? ''),
                git: shownImage(differs[1]),
              },
            },
          ]
        : [];
    }),
});

function shownImage(image: string): string {
  return imageWithoutUserInformation(image) ?? hiddenValue.alone;
}

function liveImages({ spec }: LiveWorkload): Map<string, string> {
  const pod = spec.template?.spec;
  return new Map(
    [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].flatMap(
      ({ image, name }) => (image === undefined ? [] : [[name, image]]),
    ),
  );
}

function renderedImages(workload: Manifest): Map<string, string> {
  const pod = renderedPodSpec(workload);
  return new Map(
    ['containers', 'initContainers'].flatMap(list => {
      const containers = fieldOf(pod, list);
      return (Array.isArray(containers) ? containers : []).flatMap(
        (container): [string, string][] => {
          const name = fieldOf(container, 'name');
          const image = fieldOf(container, 'image');
          return typeof name === 'string' && typeof image === 'string'
            ? [[name, image]]
            : [];
        },
      );
    }),
  );
}
